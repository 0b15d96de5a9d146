#version 330
uniform mat4 shadow_clip;
in vec3 in_point;
in float in_cut;
out float cut;
void main() {
    cut = in_cut;
    gl_Position = shadow_clip * vec4(in_point, 1.0);
}
