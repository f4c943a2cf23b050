package org.broadsheet.ops.newsroom.painting;

/// One subject the painter knows: paints it and says on which film it is developed.
@FunctionalInterface
interface Scene {

    Film paint(Canvas canvas);
}
