#version 330
uniform mat4 clip;
uniform mat4 shadow_clip;
in vec3 in_point;
in vec3 in_normal;
in vec3 in_colour;
in vec3 in_rest;
in float in_cut;
in float in_pattern;
out vec3 point;
out vec3 normal;
out vec3 colour;
out vec3 rest;
out vec3 lit;
out float cut;
out float pattern;
void main() {
    point = in_point;
    normal = in_normal;
    colour = in_colour;
    rest = in_rest;
    cut = in_cut;
    pattern = in_pattern;
    vec4 from_light = shadow_clip * vec4(in_point, 1.0);
    lit = from_light.xyz * 0.5 + 0.5;
    gl_Position = clip * vec4(in_point, 1.0);
}
