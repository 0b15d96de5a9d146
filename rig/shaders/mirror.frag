#version 330
// The room as the pane shows it was drawn before, from where the camera's image stands.
uniform sampler2D reflection;
out vec4 picture;
const float silver = 0.93;
void main() {
    picture = vec4(silver * texelFetch(reflection, ivec2(gl_FragCoord.xy), 0).rgb, 1.0);
}
