using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Integration.Tests.Chaos.Harness;
using Integration.Tests.Chaos.Hints;
using Xunit;

namespace Integration.Tests.Chaos.Security;

/// <summary>
/// Bar S3 behind the door: whoever repeats a hint within its tolerance, or has the secret of the notifications and makes them up, makes us read, and nothing else: neither
/// system is written to.
/// </summary>
[Trait("Bar", "S3")]
public sealed class ReplayedHintTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(40);

    [Fact(Timeout = 180_000)]
    public async Task Repeated_and_made_up_hints_have_no_second_effect()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await ChaosStack.EmbeddedAsync(ct, pair => pair["sweeps"]!["every"] = "PT1H");
        using var http = new HttpClient();
        var hints = new SignedHints(http, stack.State.Gateway);
        var orders = new List<string>();
        for (var index = 0; index < ChaosScale.Of(3, 20); index++) orders.Add((await stack.PlaceAsync(Checkout.Good("replay", index), ct)).Id);
        foreach (var order in orders) Assert.Equal(202, await hints.SendAsync(SandboxPairFile.Pair, order, ct));
        await stack.SettleAsync(Soon, ct, ship: false);
        await stack.ShipOpenAsync(ct);
        var shipments = (await stack.Erp.StateAsync(ct))["shipments"]!.AsArray().Select(shipment => shipment!["shipmentNbr"]!.ToString()).ToList();
        foreach (var shipment in shipments) Assert.Equal(202, await PushAsync(stack, http, Notification(shipment), ct));
        await stack.SettleAsync(Soon, ct, ship: false);
        var before = await stack.LedgerAsync(ct);
        await QuietAsync(stack, ct);

        for (var time = 0; time < ChaosScale.Of(5, 100); time++)
        {
            foreach (var order in orders)
            {
                foreach (var minutes in new[] { 0, -4, 4 }) Assert.Equal(202, await SignedAsync(stack, http, order, minutes, ct));
                Assert.Equal(401, await SignedAsync(stack, http, order, -6, ct));
            }

            foreach (var shipment in shipments) Assert.Equal(202, await PushAsync(stack, http, Notification(shipment), ct));
            Assert.Equal(202, await PushAsync(stack, http, Notification($"9{time:D5}"), ct));
        }

        // All that was marked was read.
        await Eventually.FindAsync(
            stack.Erp.CallsAsync, calls => shipments.All(shipment => calls.Any(call => call.Target.Contains($"Shipment/{shipment}", StringComparison.Ordinal))), Soon,
            calls => string.Join('\n', calls.Select(call => call.Target).Distinct()), ct);
        await Eventually.FindAsync(
            stack.Shop.CallsAsync, calls => orders.All(order => calls.Any(call => call.Target.Contains($"_path=order/{order}", StringComparison.Ordinal))), Soon,
            calls => string.Join('\n', calls.Select(call => call.Target).Distinct()), ct);
        var written = (await stack.Erp.CallsAsync(ct)).Concat(await stack.Shop.CallsAsync(ct)).Where(call => call.IsWrite).ToList();
        var after = await stack.LedgerAsync(ct);
        Assert.Empty(written);
        Assert.Equal((before.ToString(), true), (after.ToString(), after.IsWhole));
        Assert.Empty(await stack.Operations.AttentionAsync(ct));
        Verdict.Tell($"S3: {orders.Count} orders and {shipments.Count} shipments hinted again and again, repeated, early, late and made up: {written.Count} writes");
    }

    // Nothing of what went before is still on its way.
    private static async Task QuietAsync(ChaosStack stack, CancellationToken ct)
    {
        await stack.Erp.ForgetCallsAsync(ct);
        await stack.Shop.ForgetCallsAsync(ct);
        await Eventually.FindAsync(
            async token =>
            {
                var calls = (await stack.Erp.CallsAsync(token)).Concat(await stack.Shop.CallsAsync(token)).Count(call => call.IsWrite);
                await stack.Erp.ForgetCallsAsync(token);
                await stack.Shop.ForgetCallsAsync(token);
                return calls;
            },
            calls => calls == 0, Soon, calls => $"{calls} writes since", ct);
    }

    private static byte[] Notification(string shipment) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["Inserted"] = new JsonArray(new JsonObject { ["ShipmentNbr"] = shipment, ["Status"] = "Canceled", ["OrderTotal"] = 0.01m, ["CustomerID"] = "NOBODY" }),
        ["Deleted"] = new JsonArray(new JsonObject { ["ShipmentNbr"] = shipment }),
    }.ToJsonString());

    private static async Task<int> PushAsync(ChaosStack stack, HttpClient http, byte[] body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.State.Adapter, "push/sandbox-erp"))
        {
            Content = new ByteArrayContent(body),
            Headers = { { "Integration-Push-Secret", SandboxCredentials.PushSecret } },
        };
        using var answer = await http.SendAsync(request, ct);
        return (int)answer.StatusCode;
    }

    // As recorded so many minutes ago.
    private static async Task<int> SignedAsync(ChaosStack stack, HttpClient http, string order, int minutes, CancellationToken ct)
    {
        var (id, at) = ($"msg_{order}", DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds());
        var body = $$"""{"type":"order.changed","entity":"order","id":"{{order}}"}""";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(SandboxCredentials.HintSecret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.State.Gateway, $"hints/{SandboxPairFile.Pair}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "webhook-id", id }, { "webhook-timestamp", $"{at}" }, { "webhook-signature", $"v1,{signature}" } },
        };
        using var answer = await http.SendAsync(request, ct);
        return (int)answer.StatusCode;
    }
}
