using System.Globalization;
using System.Text;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Sends waiting hints until each has been answered 2xx: at least once, in order of their due time.</summary>
internal sealed class HintSender(SandboxStore store, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var (target, due) = await store.ReadAsync(
                unit => (unit.Find<HintTarget>(HintOutbox.Target, "1"), unit.Page<Hint>(HintOutbox.Waiting, descending: false, 0, 20)), stop);
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            foreach (var hint in due.Where(hint => target is not null && hint.DueAt <= now))
            {
                await SendAsync(target!, hint, stop);
            }

            await Task.Delay(Poll, time, stop);
        }
    }

    private async Task SendAsync(HintTarget target, Hint hint, CancellationToken stop)
    {
        var delivered = await PostAsync(target, hint, stop);
        await store.WriteAsync(
            unit =>
            {
                if (delivered)
                {
                    unit.Remove(HintOutbox.Waiting, hint.Id);
                    return;
                }

                var wait = TimeSpan.FromMilliseconds(Math.Min(LongestWait.TotalMilliseconds, 200 * Math.Pow(2, hint.Attempts)));
                var next = hint with { Attempts = hint.Attempts + 1, DueAt = time.GetUtcNow().Add(wait).ToUnixTimeMilliseconds() };
                unit.Put(HintOutbox.Waiting, hint.Id, next, sort: next.DueAt);
            },
            stop);
    }

    private async Task<bool> PostAsync(HintTarget target, Hint hint, CancellationToken stop)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(hint.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", hint.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", HintSignature.Sign(target.Secret, hint.Id, timestamp, hint.Body));
        try
        {
            using var answer = await _http.SendAsync(request, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
