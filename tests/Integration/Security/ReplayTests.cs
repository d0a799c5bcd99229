using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S3 at the door: what is too old or too early is refused, and a repetition marks the record that is marked already. What repetitions do behind it: the chaos tests.</summary>
[Trait("Bar", "S3")]
public sealed class ReplayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 202)]
    [InlineData(4, 202)]
    [InlineData(-4, 202)]
    [InlineData(6, 401)]
    [InlineData(-6, 401)]
    [InlineData(24 * 60, 401)]
    [InlineData(-24 * 60, 401)]
    public async Task Hint_sent_again_after_minutes_is_taken_only_within_the_tolerance(int minutes, int status)
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);
        var hint = HintMessage.OfOrder("8", DateTimeOffset.UtcNow.AddMinutes(-minutes));

        for (var time = 0; time < 3; time++) Assert.Equal(status, await client.PostAsync(gateway.Hints.AbsolutePath, hint.Headers, hint.Body, Ct));

        Assert.Equal(status == 202 ? [$"{HintGateway.Pair} order 8"] : [], await gateway.LooksAsync());
    }

    [Fact]
    public async Task Notification_repeated_or_made_up_marks_each_record_once_and_keeps_nothing_of_its_content()
    {
        await using var gateway = await HintGateway.StartAsync();
        using var client = new RawHttp(gateway.EndPoint);
        var forged = """{"Inserted":[{"OrderType":"WO","OrderNbr":"8","Status":"Completed","OrderTotal":0.01,"CustomerID":"EVIL","Note":"canary-7f3a"}],"Deleted":[{"OrderType":"WO","OrderNbr":"8"}]}"""u8.ToArray();

        for (var time = 0; time < ChaosScale.Of(@short: 20, full: 1_000); time++)
        {
            Assert.Equal(202, await client.PostAsync(gateway.Push.AbsolutePath, [("Integration-Push-Secret", HintGateway.PushSecret)], forged, Ct));
        }

        Assert.Equal([$"connection:{HintGateway.Erp} order WO/8"], await gateway.LooksAsync());
        Assert.Equal(0, await gateway.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<long>("SELECT count(*) FROM outbox WHERE body LIKE '%canary-7f3a%'", null, ct), Ct));
    }
}
