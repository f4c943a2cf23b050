// The page on which nothing is done but bring pictures in.
import { mountUpload } from "../upload.js";

const panel = document.querySelector("[data-upload]");
if (panel) {
  mountUpload(panel);
}
