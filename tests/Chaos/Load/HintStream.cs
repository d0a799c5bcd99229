using System.Collections.Concurrent;
using System.Threading.Channels;
using Integration.Tests.Chaos.Hints;

namespace Integration.Tests.Chaos.Load;

/// <summary>The shop's add-on: hints every order, and again until the hint is taken.</summary>
internal sealed class HintStream(HttpClient http, string pair, Func<Uri> gateway)
{
    private const int Senders = 4;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, int> _answers = new();

    /// <summary>Status, or <c>none</c> for a gateway that did not answer → how often.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Hints orders until the time is over.</summary>
    public Task RunAsync(ChannelReader<string> orders, CancellationToken until) => Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync(orders, until)));

    /// <summary>Sends one hint once and tells the answer.</summary>
    public async Task<string> SendAsync(string orderId, CancellationToken ct)
    {
        string answer;
        try
        {
            answer = $"{await new SignedHints(http, gateway()).SendAsync(pair, orderId, ct)}";
        }
        catch (HttpRequestException)
        {
            answer = "none";
        }

        _answers.AddOrUpdate(answer, 1, (_, times) => times + 1);
        return answer;
    }

    private async Task SendAsync(ChannelReader<string> orders, CancellationToken until)
    {
        try
        {
            await foreach (var order in orders.ReadAllAsync(until))
            {
                while (await SendAsync(order, until) != "202") await Task.Delay(Again, until);
            }
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
