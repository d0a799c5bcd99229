using System.Globalization;
using System.Text.Json;
using Integration.Console.Alerts;
using Integration.Contracts.Operations;
using Integration.Platform.Secrets;
using Integration.Tests.Integration.Platform;
using Microsoft.Extensions.Options;
using Xunit;
using static Integration.Tests.Integration.Console.Reports;

namespace Integration.Tests.Integration.Console;

/// <summary>Notices of rules on their way to the channels that they name.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Key = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private readonly MailServer _mail = new(refusals: 2);
    private AlertReceiver? _receiver;
    private Surroundings? _surroundings;
    private ConsoleHarness? _console;

    private ConsoleHarness Console => _console!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _receiver = await AlertReceiver.StartAsync(refusals: 1, Ct);
        _surroundings = await Surroundings.CreateAsync(null, null, Ct);
        foreach (var (key, value) in new Dictionary<string, string?>
        {
            ["Alerts:RetryAfter"] = "00:00:00.100",
            ["Alerts:GiveUpAfter"] = "00:00:20",
            ["Alerts:ConsoleUrl"] = "https://integration.example/",
            ["Alerts:Channels:shop:Kind"] = "webhook",
            ["Alerts:Channels:shop:Url"] = _receiver.Address.ToString(),
            ["Alerts:Channels:shop:Secret"] = "shop-channel",
            ["Secrets:Values:shop-channel"] = $"whsec_{Key}",
            ["Alerts:Channels:mail:Kind"] = "smtp",
            ["Alerts:Channels:mail:Host"] = "127.0.0.1",
            ["Alerts:Channels:mail:Port"] = _mail.Port.ToString(CultureInfo.InvariantCulture),
            ["Alerts:Channels:mail:Tls"] = "false",
            ["Alerts:Channels:mail:From"] = "integration@shop.example",
            ["Alerts:Channels:mail:To:0"] = "sales@shop.example",
            ["Alerts:Channels:mail:To:1"] = "boss@shop.example",
            ["Alerts:Channels:safe-mail:Kind"] = "smtp",
            ["Alerts:Channels:safe-mail:Host"] = "127.0.0.1",
            ["Alerts:Channels:safe-mail:Port"] = _mail.Port.ToString(CultureInfo.InvariantCulture),
            ["Alerts:Channels:safe-mail:From"] = "integration@shop.example",
            ["Alerts:Channels:safe-mail:To:0"] = "sales@shop.example",
        })
        {
            _surroundings.Settings[key] = value;
        }

        _console = await ConsoleHarness.StartAsync(_surroundings.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null) await _console.DisposeAsync();
        if (_surroundings is not null) await _surroundings.DisposeAsync();
        if (_receiver is not null) await _receiver.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_is_posted_signed_with_rule_version_and_link_until_it_is_taken()
    {
        await Console.ReportAsync(Notice("shop"));

        await Eventually.TrueAsync(() => _receiver!.Deliveries.Count == 2, "refused once, then taken");
        var delivery = _receiver!.Deliveries.Last();
        Assert.StartsWith("v1,", delivery.Signature, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(delivery.Body);
        Assert.Equal("rule.notice", body.RootElement.GetProperty("type").GetString());
        var data = body.RootElement.GetProperty("data");
        Assert.Equal(["subject", "text", "pair", "rule", "version", "link"], data.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("N-7", "A gift order came in.", "gift", "3", "https://integration.example/#shop-erp/order/7"), (
            data.GetProperty("subject").GetString(), data.GetProperty("text").GetString(), data.GetProperty("rule").GetString(),
            data.GetProperty("version").GetString(), data.GetProperty("link").GetString()));
    }

    [Fact]
    public async Task A_notice_is_mailed_to_every_receiver_once_the_server_takes_it()
    {
        await Console.ReportAsync(Notice("mail", "mail"));

        await Eventually.TrueAsync(() => !_mail.Mails.IsEmpty, "the mail");
        var (to, text) = Assert.Single(_mail.Mails);
        Assert.Equal("sales@shop.example,boss@shop.example", to);
        Assert.Contains("\nSubject: [shop-erp] gift: order N-7\n", $"\n{text}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains("A gift order came in.", text, StringComparison.Ordinal);
        Assert.Contains("https://integration.example/#shop-erp/order/7", text.Replace("=\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_is_sent_nothing()
    {
        await Console.ReportAsync(Notice("safe-mail"), Notice("mail"));

        await Eventually.TrueAsync(() => !_mail.Mails.IsEmpty, "the mail of the other channel");
        Assert.Contains("boss@shop.example", Assert.Single(_mail.Mails).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_not_configured_is_an_entry_that_names_rule_and_key()
    {
        await Console.ReportAsync(Notice("nobody", "shop"), Notice("nobody"));

        var entry = await Console.OnlyAttentionAsync();
        Assert.Equal(AttentionClasses.NoticeUndelivered, entry.GetProperty("class").GetString());
        Assert.Contains("'gift'", entry.GetProperty("reasons")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("Alerts:Channels:nobody", entry.GetProperty("advice").GetString(), StringComparison.Ordinal);
        await Eventually.TrueAsync(() => !_receiver!.Deliveries.IsEmpty, "the other channel is told");
    }

    [Fact]
    public void Wrong_channels_are_named_with_key_and_fix()
    {
        var options = new AlertOptions { ConsoleUrl = new Uri("console", UriKind.Relative) };
        options.Channels["log"] = new ChannelOptions { Kind = ChannelKind.Log };
        options.Channels["a"] = new ChannelOptions();
        options.Channels["b"] = new ChannelOptions { Kind = ChannelKind.Webhook, Url = new Uri("http://shop.example/"), Secret = "none" };
        options.Channels["c"] = new ChannelOptions { Kind = ChannelKind.Smtp, Port = 0, From = "nobody", User = "u", Password = "none", Tls = false };

        var failures = new AlertOptionsCheck(Console.Get<ISecrets>()).Validate(null, options).Failures!.ToList();

        string[] expected =
        [
            "Alerts:ConsoleUrl must", "Alerts:Channels:log: 'log' is there by itself", "Alerts:Channels:a:Kind is missing", "Alerts:Channels:b:Url must be an https",
            "Alerts:Channels:b:Url is set, and the secret 'none'", "Alerts:Channels:c:Host is missing", "Alerts:Channels:c:Port = 0", "Alerts:Channels:c:From",
            "Alerts:Channels:c:To", "Alerts:Channels:c:User is set, and the secret 'none'", "Alerts:Channels:c:Tls = false",
        ];
        Assert.All(expected, text => Assert.Contains(failures, failure => failure.StartsWith(text, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, failures.Count);
        Assert.Equal(ValidateOptionsResult.Success, new AlertOptionsCheck(Console.Get<ISecrets>()).Validate(null, Console.Get<IOptions<AlertOptions>>().Value));
    }

    private static NoticeRaised Notice(params string[] channels) => new()
    {
        Pair = ConsoleHarness.Pair, Entity = "order", RecordId = "7", Number = "N-7", Rule = "gift", Reason = "A gift order came in.", Version = "3",
        Channels = channels, At = At(0),
    };
}
