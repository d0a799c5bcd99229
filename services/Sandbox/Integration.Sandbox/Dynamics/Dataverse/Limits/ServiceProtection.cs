using System.Globalization;
using Integration.Sandbox.Dynamics.Dataverse.Calls;

namespace Integration.Sandbox.Dynamics.Dataverse.Limits;

/// <summary>
/// The service protection limits of each user: requests and execution time within a sliding window, and requests at once. Who keeps pushing waits longer.
/// </summary>
internal sealed class ServiceProtection(DataverseSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Usage> _users = [];

    /// <summary>Begins a request.</summary>
    /// <exception cref="DataverseFault">429 with one of the three codes.</exception>
    public void Begin(Guid user)
    {
        lock (_gate)
        {
            var usage = Of(user);
            var window = settings.LimitWindow.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            if (settings.ConcurrentRequests > 0 && usage.Running >= settings.ConcurrentRequests)
            {
                throw Refuse(usage, ErrorCode.ConcurrencyExceeded, $"Number of concurrent requests exceeded the limit of {settings.ConcurrentRequests}.", Pause);
            }

            if (settings.RequestsPerWindow > 0 && usage.Begun.Count >= settings.RequestsPerWindow)
            {
                throw Refuse(usage, ErrorCode.RequestsExceeded, $"Number of requests exceeded the limit of {settings.RequestsPerWindow} over time window of {window} seconds.", Left(usage.Begun.Peek()));
            }

            if (settings.ExecutionTimePerWindow > TimeSpan.Zero && usage.Spent >= settings.ExecutionTimePerWindow)
            {
                throw Refuse(
                    usage, ErrorCode.TimeExceeded,
                    $"Combined execution time of incoming requests exceeded limit of {settings.ExecutionTimePerWindow.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} milliseconds over time window of {window} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.",
                    Left(usage.Ended.Peek().At));
            }

            usage.Refused = 0;
            usage.Running++;
            usage.Begun.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>Ends a request and charges what it took.</summary>
    public void End(Guid user, TimeSpan took)
    {
        lock (_gate)
        {
            var usage = Of(user);
            usage.Running--;
            usage.Ended.Enqueue((time.GetUtcNow(), took + settings.ExecutionCost));
            usage.Spent += took + settings.ExecutionCost;
        }
    }

    /// <summary>What is left of requests and of seconds of execution time.</summary>
    public (int Requests, TimeSpan Time) Remaining(Guid user)
    {
        lock (_gate)
        {
            var usage = Of(user);
            return (Math.Max(0, settings.RequestsPerWindow - usage.Begun.Count), settings.ExecutionTimePerWindow > usage.Spent ? settings.ExecutionTimePerWindow - usage.Spent : TimeSpan.Zero);
        }
    }

    private Usage Of(Guid user)
    {
        if (!_users.TryGetValue(user, out var usage))
        {
            _users[user] = usage = new Usage();
        }

        var from = time.GetUtcNow() - settings.LimitWindow;
        while (usage.Begun.TryPeek(out var begun) && begun <= from)
        {
            usage.Begun.Dequeue();
        }

        while (usage.Ended.TryPeek(out var ended) && ended.At <= from)
        {
            usage.Spent -= usage.Ended.Dequeue().Cost;
        }

        return usage;
    }

    private TimeSpan Left(DateTimeOffset oldest) => oldest + settings.LimitWindow - time.GetUtcNow();

    private static DataverseFault Refuse(Usage usage, string code, string message, TimeSpan wait) =>
        new(429, code, message) { RetryAfter = wait + (Pause * usage.Refused++) };
}
