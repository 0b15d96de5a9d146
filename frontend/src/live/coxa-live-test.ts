// <coxa-live-test>: the guided test with this machine's camera, hands-free, from three metres.
//
// What the page gives it:
//   data-socket   path of the live socket, e.g. "/live/<id>"; opened as ws(s)://<this host><path>
//   data-ticket   goes in the first message (`hello`), never in an address
//   data-csrf     kept for requests to the site (none is made at present)
//   data-task     address of pose_landmarker_full.task   {% static 'built/pose/pose_landmarker_full.task' %}
//   data-wasm     address of the folder of the wasm files {% static 'built/pose' %}
//   data-next     where to go when the reading is there, with {job} in the id's place
//   data-leave    where to go back to
//   data-phone, data-typing   the two other ways of measuring
//   data-words    id of the json_script block with LiveWords (words.ts); "live-words" if left out
//
//   {{ words|json_script:"live-words" }}
//   <coxa-live-test data-socket=… data-ticket=… …></coxa-live-test>
//
// What goes over the socket is in protocol.ts (JSON) and packet.ts (one binary message a frame, 816
// bytes). The page says `hello` first, on every opening of the line; with `secret` it takes up the
// session it had. It says `answer` when a button or key is pressed, or to pause by itself (page
// hidden, camera gone). The server may answer `welcome`, then `view` and `cues`, `done`, or `fault`,
// after which it closes the socket.
