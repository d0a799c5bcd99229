using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Integration.Tests.Unit.Sandbox.Shop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.AddOn;

/// <summary>A gateway that takes hints and checks their signatures.</summary>
internal sealed class HintReceiver : IAsyncDisposable
{
    private static readonly byte[] Key = SHA256.HashData("hint key"u8);

    private readonly LoopbackServer _server;

    private HintReceiver(LoopbackServer server, FaultPlan faults, ConcurrentQueue<(string Id, string Body)> attempts)
    {
        _server = server;
        Faults = faults;
        Attempts = attempts;
    }

    public static string Secret { get; } = "whsec_" + Convert.ToBase64String(Key);

    public FaultPlan Faults { get; }

    /// <summary>Every attempt that came through the faults.</summary>
    public ConcurrentQueue<(string Id, string Body)> Attempts { get; }

    /// <summary>The hints as <c>type id</c>, in the order of their arrival.</summary>
    public IEnumerable<string> Hints => Attempts.Select(attempt => JsonNode.Parse(attempt.Body)!).Select(body => $"{body["type"]} {body["id"]}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HintReceiver> StartAsync(int status = StatusCodes.Status202Accepted)
    {
        var attempts = new ConcurrentQueue<(string, string)>();
        var plan = new FaultPlan(TimeProvider.System);
        var server = await LoopbackServer.StartAsync(0, plan, new CallLog(), TimeProvider.System, routes =>
            routes.MapPost("/hints", async (HttpRequest request) =>
            {
                using var reader = new StreamReader(request.Body);
                var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
                var id = request.Headers["webhook-id"].ToString();
                if (!IsSigned(request, id, body))
                {
                    return Results.Unauthorized();
                }

                attempts.Enqueue((id, body));
                return Results.StatusCode(status);
            }), Cancel);
        return new HintReceiver(server, plan, attempts);
    }

    public Task AimAsync(RunningShop shop, string? secret = null, string? formerSecret = null) =>
        shop.PostControlAsync("hints", new { url = new Uri(_server.BaseUrl, "hints"), secret = secret ?? Secret, formerSecret });

    /// <summary>Waits until the shop has nothing left to send.</summary>
    public static Task DrainedAsync(RunningShop shop) =>
        Eventually.TrueAsync(async () => (int)(await shop.StateAsync())["hintsWaiting"]! == 0, "the shop has sent its hints", everyMs: 50);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static bool IsSigned(HttpRequest request, string id, string body)
    {
        var timestamp = request.Headers["webhook-timestamp"].ToString();
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
        return request.Headers["webhook-signature"].ToString().Split(' ').Contains(expected)
            && Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture)) < 60;
    }
}
