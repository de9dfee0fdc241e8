/** Taking tasks and talking to the models: the workbench and its API. */
@NullMarked
package dev.paddock.web.tasks;

import org.jspecify.annotations.NullMarked;
