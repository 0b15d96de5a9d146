// The entry of the phone's page: one file, since its server has no other.
import "./coxa-phone-test.js";
