#version 330
uniform sampler2DShadow shadow;
uniform vec3 key_direction;
uniform vec3 eye;
uniform vec3 key_light;
uniform float ambient;
// What lies behind a mirror is not in it; nought, when the camera itself looks.
uniform vec4 before;
in vec3 point;
in vec3 normal;
in vec3 colour;
in vec3 rest;
in vec3 lit;
in float cut;
in float pattern;
out vec4 picture;

float hash(vec2 p) { return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453); }

float noise(vec2 p) {
    vec2 i = floor(p), f = fract(p);
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}

vec3 surface() {
#ifdef PERSON
    float weave = noise(rest.xy * 55.0) * 0.6 + noise(rest.zy * 160.0 + rest.x * 90.0) * 0.4;
    return colour * (1.0 + pattern * 0.22 * (weave - 0.5));
#else
    if (pattern == 1.0) {
        vec2 board = vec2(point.x / 0.14, point.z / 1.3);
        float row = floor(board.x);
        float tone = hash(vec2(row, floor(board.y + hash(vec2(row, 3.0)) * 5.0)));
        float grain = noise(vec2(point.x * 70.0, point.z * 5.0));
        float gap = smoothstep(0.0, 0.03, min(fract(board.x), 1.0 - fract(board.x)));
        return colour * (0.82 + 0.22 * tone + 0.10 * grain) * mix(mix(0.62, 0.95, clamp(fwidth(board.x) * 12.0, 0.0, 1.0)), 1.0, gap);
    }
    if (pattern == 2.0) return colour * (0.97 + 0.05 * noise(point.xy * 9.0) + 0.02 * noise(point.xy * 60.0));
    return colour;
#endif
}

float daylight() {
    // Outside the shadow map, or turned away from the light, there is nothing to look up.
    if (any(greaterThan(abs(lit.xy - 0.5), vec2(0.49)))) return 1.0;
    float texel = 1.0 / float(textureSize(shadow, 0).x);
    vec3 p = vec3(lit.xy, lit.z - 0.0025);
    return 0.25 * (texture(shadow, p + vec3(-0.7, -1.6, 0) * texel) + texture(shadow, p + vec3(1.6, -0.7, 0) * texel)
        + texture(shadow, p + vec3(0.7, 1.6, 0) * texel) + texture(shadow, p + vec3(-1.6, 0.7, 0) * texel));
}

#ifdef PERSON
const float wrap = 0.25;
#else
const float wrap = 0.0;
#endif

void main() {
    if (dot(before, vec4(point, 1.0)) < 0.0) discard;
#ifdef PERSON
    if (cut > 0.0) discard;
#endif
#ifndef PERSON
    // A window shines by itself, brighter than white.
    if (pattern == 3.0) {
        picture = vec4(pow(min(colour, vec3(1.0)), vec3(1.0 / 2.2)), 1.0);
        return;
    }
#endif
    vec3 n = normalize(gl_FrontFacing ? normal : -normal);
    vec3 view = normalize(eye - point);
    vec3 base = surface();
    float key = max(0.0, (dot(n, key_direction) + wrap) / (1.0 + wrap));
    vec3 fill_direction = normalize(vec3(-key_direction.x, 0.35, 0.8));
    float fill = max(0.0, dot(n, fill_direction) * 0.5 + 0.5);
    vec3 sky = mix(vec3(0.30, 0.27, 0.24), vec3(0.55, 0.57, 0.60), n.y * 0.5 + 0.5);
    // Light that bounces is blocked near the floor, under the stool.
    float open = mix(0.72, 1.0, smoothstep(0.0, 0.5, point.y));
    float sun = key > 0.0 ? key * daylight() : 0.0;
    vec3 light = ambient * (sky * open + vec3(0.24, 0.23, 0.22) * fill) + sun * key_light;
    vec3 halfway = normalize(view + key_direction);
#ifdef PERSON
    float shine = 0.06 * (1.0 - pattern);
#else
    const float shine = 0.02;
#endif
    vec3 result = base * light + shine * pow(max(dot(n, halfway), 0.0), 24.0) * sun;
    result = result / (1.0 + 0.22 * result);
    picture = vec4(pow(result, vec3(1.0 / 2.2)), 1.0);
}
