using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Business events of Finance and Operations that come before their order, twice, or not at all.</summary>
public sealed class BusinessEventTests
{
    private static readonly TimeSpan Drained = TimeSpan.FromSeconds(60);

    [Fact(Timeout = 200_000)]
    public async Task Events_that_come_too_early_twice_or_never_change_nothing_but_the_time_it_takes()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, addOn: true, pair: PairUnderChaos.Dynamics);

        // Before its order: taken, looked at, and forgotten without a word.
        var next = int.Parse((await stack.PlaceAsync(Checkout.Good("events", 0), ct)).Number, System.Globalization.CultureInfo.InvariantCulture) + 1;
        Assert.Equal(202, await SendAsync(stack, $"{SandboxPairFile.StorefrontCode}-{next}", ct));
        await stack.SettleAsync(Drained, ct);

        // Twice: each event of this order's packing slip.
        await stack.Erp.PostAsync("settings", new JsonObject { ["duplicateEvents"] = true }, ct);
        Assert.Equal(next, int.Parse((await stack.PlaceAsync(Checkout.Good("events", 1), ct)).Number, System.Globalization.CultureInfo.InvariantCulture));
        await stack.SettleAsync(Drained, ct);
        Assert.True((int)(await stack.Erp.StateAsync(ct))["events"]!["sent"]! >= 4);

        // Never: nobody is told, and the sweep finds it.
        await stack.ForgetEventsAsync(ct);
        await stack.PlaceAsync(Checkout.Good("events", 2), ct);
        var ledger = await stack.SettleAsync(Drained, ct);

        Assert.Equal(3, ledger.ShownBack.Count);
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
    }

    private static async Task<int> SendAsync(ChaosStack stack, string order, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.State.Adapter, "push/sandbox-erp"))
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["BusinessEventId"] = "XCISalesOrderShippedBusinessEvent", ["BusinessEventLegalEntity"] = "usmf", ["ControlNumber"] = 1, ["EventId"] = Guid.NewGuid().ToString(), ["MajorVersion"] = 0,
                ["SalesOrderNumber"] = order, ["PackingSlipNumber"] = "PS-000001",
            }),
            Headers = { { "Integration-Push-Secret", SandboxCredentials.PushSecret } },
        };
        using var answer = await http.SendAsync(request, ct);
        return (int)answer.StatusCode;
    }
}
