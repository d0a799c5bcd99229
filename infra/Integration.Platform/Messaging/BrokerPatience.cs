namespace Integration.Platform.Messaging;

/// <summary>Does what needs the broker until it is done, however long the broker is away or refuses.</summary>
internal static class BrokerPatience
{
    /// <summary>The broker is tried at least this often.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Tries again until the work ends without an exception.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="tell">Told the reason of a failure, once as long as it stays the same.</param>
    /// <param name="clock">For waiting.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task TryAsync(Func<CancellationToken, Task> work, Action<string> tell, TimeProvider clock, CancellationToken ct)
    {
        var told = "";
        for (var wait = FirstWait; ; wait = Backoff.Next(wait, LongestWait))
        {
            try
            {
                await work(ct);
                return;
            }
#pragma warning disable CA1031 // A broker that dies, starts or refuses answers in many ways. None of them is a reason to end the service.
            catch (Exception exception) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
            {
                var reason = BrokerFault.Describe(exception);
                if (reason != told)
                {
                    tell(reason);
                }

                told = reason;
            }

            await Task.Delay(wait, clock, ct);
        }
    }
}
