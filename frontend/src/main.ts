// The entry of the front end: every page loads this file once.
import "htmx.org";

import "./styles/fonts.css";

import "./player/coxa-player.js";
import "./figure/coxa-figure.js";
import "./live/coxa-live-test.js";
import "./laptop/coxa-phone-cues.js";
