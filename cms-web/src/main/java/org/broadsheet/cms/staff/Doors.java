package org.broadsheet.cms.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.cms.house.InternalPort;
import org.broadsheet.cms.house.Problems;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who gets in by which door: our own services with their token, staff by signing in, readers freely and unknown.
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String SIGN_IN = "/desk/sign-in";
    private static final Pattern STATIC =
            Pattern.compile("/desk/assets/[A-Za-z0-9_./-]+\\.(?:css|js|mjs|svg|woff2|png|ico|webmanifest)");

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(10)));
    }

    /// No request carries a null character in a parameter: no field of ours can hold one.
    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /// The internal port: no session, no cookie; everything but health needs the token.
    @Bean
    @Order(1)
    SecurityFilterChain internalDoor(HttpSecurity http, InternalPort port, ServiceToken token, Problems problems) {
        http.securityMatcher(port::received);
        withoutSession(http);
        http.addFilterBefore(new TokenDoor(token, problems), UsernamePasswordAuthenticationFilter.class);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        return http.build();
    }

    /// The desk: staff sign in with a form and stay signed in by a session cookie.
    @Bean
    @Order(2)
    SecurityFilterChain deskDoor(
            HttpSecurity http, SignedInStaff signedIn, SignInThrottle throttle, Problems problems) {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && !isProgram(request));
        AuthenticationEntryPoint toSignIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);

        http.securityMatcher("/desk", "/desk/**");
        http.securityContext(context -> context.securityContextRepository(signedIn));
        http.requestCache(cache -> cache.requestCache(pages));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(SIGN_IN)
                .permitAll()
                .requestMatchers(Doors::isStatic)
                .permitAll()
                .anyRequest()
                .authenticated());
        http.formLogin(form -> form.loginPage(SIGN_IN)
                .loginProcessingUrl(SIGN_IN)
                .usernameParameter("login")
                .passwordParameter("password")
                .successHandler(new SignedInHandler(throttle, pages))
                .failureUrl(SIGN_IN + "?refused"));
        http.addFilterBefore(new ThrottleDoor(throttle), UsernamePasswordAuthenticationFilter.class);
        http.logout(out -> out.logoutUrl("/desk/sign-out")
                .logoutSuccessUrl(SIGN_IN + "?signed-out")
                .deleteCookies("broadsheet-desk"));
        http.exceptionHandling(trouble -> trouble.authenticationEntryPoint((request, response, e) -> {
                    if (isProgram(request)) {
                        problems.write(response, HttpStatus.UNAUTHORIZED, "Sign in first.");
                    } else {
                        toSignIn.commence(request, response, e);
                    }
                })
                .accessDeniedHandler(denied(problems)));
        http.headers(headers -> {
            withoutPolicy(headers);
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        });
        return http.build();
    }

    /// The public site: no session and no cookie at all.
    @Bean
    @Order(3)
    SecurityFilterChain publicDoor(HttpSecurity http) {
        withoutSession(http);
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.headers(headers -> {
            withoutPolicy(headers);
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN));
        });
        return http.build();
    }

    private static void withoutSession(HttpSecurity http) {
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /// What a page may load is said by the house's own filter, which knows the request's nonce.
    private static void withoutPolicy(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        headers.contentTypeOptions(Customizer.withDefaults());
        headers.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(
                permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }

    private static AccessDeniedHandler denied(Problems problems) {
        return (request, response, e) -> {
            if (isProgram(request)) {
                String detail = e instanceof CsrfException
                        ? "The page is too old to send this: load it again."
                        : "You are not allowed to do this.";
                problems.write(response, HttpStatus.FORBIDDEN, detail);
            } else if (e instanceof CsrfException && request.getServletPath().startsWith("/desk/sign-")) {
                response.sendRedirect(request.getContextPath() + SIGN_IN + "?expired");
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }

    private static boolean isProgram(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/desk/api/") || path.equals("/desk/wire/events");
    }

    private static boolean isStatic(HttpServletRequest request) {
        return (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod()))
                && STATIC.matcher(request.getServletPath()).matches();
    }

    /// Lets our own services in.
    private static final class TokenDoor extends OncePerRequestFilter {

        private final ServiceToken token;
        private final Problems problems;

        TokenDoor(ServiceToken token, Problems problems) {
            this.token = token;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path = request.getServletPath();
            boolean health = path.equals("/actuator/health") || path.startsWith("/actuator/health/");
            if (health || token.isShownBy(request.getHeader("Authorization"))) {
                chain.doFilter(request, response);
            } else {
                response.setHeader("WWW-Authenticate", "Bearer");
                problems.write(response, HttpStatus.UNAUTHORIZED, "Show the token of the house.");
            }
        }
    }

    /// Turns away who has guessed too often, before the password is looked at.
    private static final class ThrottleDoor extends OncePerRequestFilter {

        private final SignInThrottle throttle;

        ThrottleDoor(SignInThrottle throttle) {
            this.throttle = throttle;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean attempt = HttpMethod.POST.matches(request.getMethod())
                    && request.getServletPath().equals(SIGN_IN);
            if (attempt && !throttle.admits(login(request), request.getRemoteAddr())) {
                response.sendRedirect(request.getContextPath() + SIGN_IN + "?throttled");
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    static String login(HttpServletRequest request) {
        String login = request.getParameter("login");
        return login == null ? "" : login.strip();
    }
}
