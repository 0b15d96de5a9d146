#version 330
uniform mat4 clip;
in vec3 in_point;
void main() {
    gl_Position = clip * vec4(in_point, 1.0);
}
