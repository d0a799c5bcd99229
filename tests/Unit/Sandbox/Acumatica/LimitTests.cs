using System.Net;
using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Acumatica.Calls;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class LimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_half_of_the_minute_on_requests_are_delayed_and_the_last_waits_for_the_next_minute()
    {
        var time = new JumpingTime();
        var limiter = new RequestLimiter(new ErpSettings { RequestsPerMinute = 8 }, time);
        var start = time.GetUtcNow();
        async Task<TimeSpan> AfterAsync(int calls)
        {
            for (var call = 0; call < calls; call++)
            {
                await limiter.RunAsync(() => Task.CompletedTask, Cancel);
            }

            return time.GetUtcNow() - start;
        }

        Assert.Equal(TimeSpan.Zero, await AfterAsync(4));
        Assert.Equal(TimeSpan.FromSeconds(15), await AfterAsync(1));
        Assert.Equal(TimeSpan.FromSeconds(30), await AfterAsync(1));
        Assert.Equal(TimeSpan.FromSeconds(60), await AfterAsync(2));
        Assert.Equal(TimeSpan.FromSeconds(60), await AfterAsync(4));
    }

    [Fact]
    public async Task Above_the_concurrent_requests_twenty_wait_and_the_next_is_refused()
    {
        var limiter = new RequestLimiter(new ErpSettings { ConcurrentRequests = 1 }, TimeProvider.System);
        var gate = new TaskCompletionSource();
        var calls = Enumerable.Range(0, 21).Select(_ => limiter.RunAsync(() => gate.Task, Cancel)).ToList();

        var refused = await Assert.ThrowsAsync<ErpFault>(() => limiter.RunAsync(() => Task.CompletedTask, Cancel));

        Assert.Equal(429, refused.Status);
        gate.SetResult();
        await Task.WhenAll(calls);
        await limiter.RunAsync(() => Task.CompletedTask, Cancel);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_no_place_taken()
    {
        var limiter = new RequestLimiter(new ErpSettings { ConcurrentRequests = 1 }, TimeProvider.System);
        var gate = new TaskCompletionSource();
        var first = limiter.RunAsync(() => gate.Task, Cancel);
        using var leaving = new CancellationTokenSource();
        var second = limiter.RunAsync(() => Task.CompletedTask, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        gate.SetResult();
        await first;
        await limiter.RunAsync(() => Task.CompletedTask, Cancel);
    }

    [Fact]
    public async Task A_minute_with_a_full_queue_answers_429()
    {
        await using var erp = await Erp.StartAsync(settings => (settings.RequestsPerMinute, settings.LicenceMinute) = (1, TimeSpan.FromHours(1)));
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", erp.Token);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var waiting = Enumerable.Range(0, 24).Select(_ => client.GetAsync(new Uri(erp.StandIn.BaseUrl, $"{Erp.Endpoint}/Tax"), end.Token)).ToList();
        var answered = new List<HttpStatusCode>();

        while (answered.Count < 4)
        {
            var call = await Task.WhenAny(waiting);
            waiting.Remove(call);
            using var answer = await call;
            answered.Add(answer.StatusCode);
        }

        await end.CancelAsync();
        Assert.Equal(3, answered.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Single(answered, HttpStatusCode.OK);
        foreach (var call in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }
    }
}
