using Microsoft.Extensions.Options;

namespace Integration.Platform.Database;

/// <summary>Migrates before any other hosted service starts, and waits for a database that is still starting; one that refuses us is a wrong setting.</summary>
internal sealed partial class SchemaService(
    SchemaRunner runner, IDatabase database, TimeProvider clock, ILogger<SchemaService> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var wait = TimeSpan.FromMilliseconds(200); ; wait = Backoff.Next(wait, TimeSpan.FromSeconds(5)))
        {
            try
            {
                await runner.RunAsync(cancellationToken);
                return;
            }
            catch (Exception exception) when (database.IsTransient(exception))
            {
                LogWaiting(exception.Message, wait);
                await Task.Delay(wait, clock, cancellationToken);
            }
            catch (Exception exception) when (database.Refusal(exception) is { } refusal)
            {
                throw new OptionsValidationException(
                    nameof(DatabaseOptions), typeof(DatabaseOptions), [$"Database:ConnectionString: the database refuses it ({refusal}). Give a user, a password and a database that exist."]);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is not reachable yet ({Reason}); trying again in {Wait}")]
    private partial void LogWaiting(string reason, TimeSpan wait);
}
