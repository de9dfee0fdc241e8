package dev.paddock.web.parts;

import dev.paddock.shared.JobWorker.Job;
import jakarta.servlet.http.HttpServletResponse;

/** The page of a job, which shows how far it is and asks for that alone every other second. */
public final class JobPage {

    private JobPage() {}

    /** Where only the progress was asked for and there is no more of it, the whole page is to be loaded again. */
    public static void reloadOnceEnded(Job job, boolean progressOnly, HttpServletResponse response) {
        if (progressOnly && !job.isPending()) {
            response.setHeader("HX-Refresh", "true");
        }
    }
}
