namespace Integration.Platform.Hosting;

/// <summary>Stops the service in good order when its standard input closes: so ends a process whose launcher is gone. On with <c>StopWithInput=true</c>.</summary>
internal sealed class StopWithInput(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Away from the start-up thread: reading a console blocks.
        Task input = Task.Run(() => Console.In.ReadToEndAsync(stoppingToken), stoppingToken);
        await input.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
