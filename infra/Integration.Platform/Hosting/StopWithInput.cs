namespace Integration.Platform.Hosting;

/// <summary>Stops a service in good order when its standard input closes: so ends a process whose launcher is gone. On with <c>StopWithInput=true</c>.</summary>
internal static class StopWithInput
{
    /// <summary>Waits for the end of the input, and stops the service, also one that waits for its database at the start.</summary>
    public static async Task WatchAsync(IHostApplicationLifetime lifetime)
    {
        var stopping = lifetime.ApplicationStopping;
        // Away from the start-up thread: reading a console blocks.
        Task input = Task.Run(() => Console.In.ReadToEndAsync(stopping), stopping);
        await input.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
