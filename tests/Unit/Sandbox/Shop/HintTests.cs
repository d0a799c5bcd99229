using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

public sealed class HintTests
{
    private static readonly byte[] Key = SHA256.HashData("hint key"u8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Order_events_are_hinted_signed_and_again_until_they_are_taken()
    {
        var got = new ConcurrentQueue<(string Id, string Timestamp, string Signature, string Body)>();
        var plan = new FaultPlan(TimeProvider.System);
        plan.Add(new FaultRule { Kind = FaultKind.Status, Status = 503, Count = 1 });
        await using var receiver = await LoopbackServer.StartAsync(0, plan, new CallLog(), TimeProvider.System, routes =>
            routes.MapPost("/hints", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                got.Enqueue((
                    request.Headers["webhook-id"].ToString(),
                    request.Headers["webhook-timestamp"].ToString(),
                    request.Headers["webhook-signature"].ToString(),
                    await reader.ReadToEndAsync(request.HttpContext.RequestAborted)));
                return Results.Accepted();
            }), Cancel);

        await using var shop = await RunningShop.StartAsync();
        await shop.CheckoutAsync(RunningShop.Checkout());
        await shop.PostControlAsync("hints", new { url = new Uri(receiver.BaseUrl, "hints"), secret = "whsec_" + Convert.ToBase64String(Key) });
        var order = await shop.CheckoutAsync(RunningShop.Checkout());
        await shop.ActAsync(order, "cancel");
        await UntilAsync(async () => (int)(await shop.StateAsync())["hintsWaiting"]! == 0);

        Assert.All(got, hint => Assert.Equal($"{order["orderId"]}", (string?)JsonNode.Parse(hint.Body)!["id"]));
        Assert.True(got.DistinctBy(hint => hint.Id).Count() >= 2, "The placing and the cancelling are both hinted.");
        foreach (var (id, timestamp, signature, body) in got)
        {
            var expected = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
            Assert.Equal($"v1,{expected}", signature);
            Assert.True(Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture)) < 60);
            Assert.Equal("order.changed", (string?)JsonNode.Parse(body)!["type"]);
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> met)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(TimeSpan.FromSeconds(15));
        while (!await met())
        {
            await Task.Delay(50, deadline.Token);
        }
    }
}
