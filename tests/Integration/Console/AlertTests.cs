using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Tests.Integration.Platform;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

public sealed class AlertTests : IAsyncLifetime
{
    private const string Key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private AlertReceiver? _receiver;
    private Surroundings? _surroundings;
    private ConsoleHarness? _console;

    private AlertReceiver Receiver => _receiver!;

    private ConsoleHarness Console => _console!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _receiver = await AlertReceiver.StartAsync(refusals: 2, Ct);
        _surroundings = await Surroundings.CreateAsync(null, null, Ct);
        _surroundings.Settings["Alerts:Webhook"] = _receiver.Address.ToString();
        _surroundings.Settings["Alerts:RetryAfter"] = "00:00:00.100";
        _surroundings.Settings["Secrets:Values:alert-webhook"] = $"whsec_{Key}";
        _console = await ConsoleHarness.StartAsync(_surroundings.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null) await _console.DisposeAsync();
        if (_surroundings is not null) await _surroundings.DisposeAsync();
        if (_receiver is not null) await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_new_entry_is_posted_signed_and_again_under_the_same_id_until_it_is_taken()
    {
        await Console.ReportAsync(Raised("1", 0));

        var deliveries = await DeliveriesAsync(3);

        Assert.Single(deliveries.Select(delivery => delivery.Id).Distinct());
        foreach (var delivery in deliveries)
        {
            // Recomputed by hand from the standard's text: base64(HMAC-SHA256(key, id.timestamp.body)).
            using var hmac = new HMACSHA256(Convert.FromBase64String(Key));
            var expected = Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{delivery.Id}.{delivery.Timestamp}.{delivery.Body}")));
            Assert.Equal($"v1,{expected}", delivery.Signature);
            Assert.InRange(long.Parse(delivery.Timestamp, System.Globalization.CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 60, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 1);
        }

        using var body = JsonDocument.Parse(deliveries[0].Body);
        Assert.Equal("attention.raised", body.RootElement.GetProperty("type").GetString());
        Assert.Equal(At(0), body.RootElement.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(("N-1", "rejected-by-erp: Item AX-1 is not in the ERP.", "shop-erp"), (
            body.RootElement.GetProperty("data").GetProperty("subject").GetString(), body.RootElement.GetProperty("data").GetProperty("text").GetString(),
            body.RootElement.GetProperty("data").GetProperty("pair").GetString()));
    }

    [Fact]
    public async Task An_open_entry_raised_again_alerts_once_and_one_that_was_cleared_alerts_anew()
    {
        await Console.ReportAsync(Raised("1", 0), Raised("1", 1), Raised("1", 2), Cleared("1", 3), Raised("1", 4), Raised("last", 5));

        await Eventually.TrueAsync(() => Subjects().Count(subject => subject == "N-last") == 1, "last alert taken");
        Assert.Equal(["N-1", "N-1", "N-last"], Subjects().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_connection_alerts_on_every_change_and_a_denied_one_by_its_entry_only()
    {
        await Console.ReportAsync(
            Connection("open", 0), Connection("paused", 1, "Throttled."), Connection("paused", 2, "Throttled."), Connection("open", 3), Connection("denied", 4, "The key was revoked."),
            Raised("erp", 4, "The key was revoked.", AttentionClasses.ConnectionDenied, pair: "") with { Entity = "connection", Lane = "connection", Number = "erp" });

        await Eventually.TrueAsync(() => Types().Contains("attention.raised"), "last alert taken");
        Assert.Equal(["attention.raised", "connection.open", "connection.paused"], Types().Order(StringComparer.Ordinal));
    }

    private List<string> Subjects() => Bodies(body => body.GetProperty("data").GetProperty("subject").GetString()!);

    private List<string> Types() => Bodies(body => body.GetProperty("type").GetString()!);

    /// <summary>One of each alert, however often it was sent.</summary>
    private List<string> Bodies(Func<JsonElement, string> read) =>
        [.. Receiver.Deliveries.DistinctBy(delivery => delivery.Id).Select(delivery => read(JsonDocument.Parse(delivery.Body).RootElement))];

    private async Task<IReadOnlyList<AlertDelivery>> DeliveriesAsync(int count)
    {
        await Eventually.TrueAsync(() => Receiver.Deliveries.Count >= count, $"{count} deliveries");
        return [.. Receiver.Deliveries];
    }
}
