using System.Globalization;
using System.Net;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

public sealed class LimitTests
{
    [Fact]
    public async Task Beyond_the_requests_of_the_window_each_is_refused_until_the_first_is_old()
    {
        var time = new SteppedTime();
        await using var org = await Org.StartAsync(settings => settings.RequestsPerWindow = 3, time);
        var first = await org.GetAsync("WhoAmI");
        Assert.Equal("2", first.Header("x-ms-ratelimit-burst-remaining-xrm-requests"));
        time.Step(TimeSpan.FromSeconds(100));
        await org.GetAsync("WhoAmI");
        await org.GetAsync("WhoAmI");

        var (refused, again) = (await org.GetAsync("WhoAmI"), await org.GetAsync("WhoAmI"));

        Assert.Equal((429, "0x80072322"), refused.Error);
        Assert.Equal("Number of requests exceeded the limit of 3 over time window of 300 seconds.", refused.Message);
        // Who keeps pushing waits longer.
        Assert.Equal(("200", "201"), (refused.Header("Retry-After"), again.Header("Retry-After")));
        time.Step(TimeSpan.FromSeconds(200));
        Assert.Equal(HttpStatusCode.OK, (await org.GetAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task Beyond_the_execution_time_of_the_window_each_is_refused()
    {
        var time = new SteppedTime();
        await using var org = await Org.StartAsync(settings => (settings.ExecutionTimePerWindow, settings.ExecutionCost) = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30)), time);
        await org.GetAsync("WhoAmI");
        var second = await org.GetAsync("WhoAmI");

        var refused = await org.GetAsync("WhoAmI");

        Assert.InRange(decimal.Parse(second.Header("x-ms-ratelimit-time-remaining-xrm-requests"), CultureInfo.InvariantCulture), 29m, 30m);
        Assert.Equal((429, "0x80072321"), refused.Error);
        Assert.Equal("300", refused.Header("Retry-After"));
        time.Step(TimeSpan.FromSeconds(300));
        Assert.Equal(HttpStatusCode.OK, (await org.GetAsync("WhoAmI")).Status);
    }

    [Fact]
    public async Task Beyond_the_concurrent_requests_the_next_is_refused_at_once()
    {
        await using var org = await Org.StartAsync(settings => (settings.ConcurrentRequests, settings.Latency) = (2, TimeSpan.FromMilliseconds(500)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => org.GetAsync("accounts?$top=1")));

        Assert.Equal(2, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal((429, "0x80072326"), answer.Error));
        org.StandIn.Settings.Latency = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.OK, (await org.GetAsync("WhoAmI")).Status);
    }
}
