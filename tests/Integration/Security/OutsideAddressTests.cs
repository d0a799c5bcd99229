using System.Net;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Console.Alerts;
using Integration.Tests.Integration.Console;
using Integration.Tests.Integration.Platform;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>
/// Bar S6: nothing that can be configured makes us call plain HTTP outside this machine, an address where credentials of clouds are handed out, or whomever a system
/// that we call sends us to. Pictures and screening name no address that we would call: the shop fetches pictures, and screening answers by message.
/// </summary>
[Trait("Bar", "S6")]
public sealed class OutsideAddressTests
{
    private const string PairText = """
        {
          "pair": "p", "from": "2026-03-01T00:00:00Z", "timeZone": "Europe/Berlin", "storefrontCode": "XC1",
          "storefront": { "connection": "shop", "kind": "xcart", "url": "{shop}" {more} },
          "erp": { "connection": "erp", "kind": "acumatica", "url": "{erp}" {more} }
        }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> ForbiddenAnywhere =>
    [
        "https://user:word@shop.example/", "http://shop.example/", "http://10.0.0.7/", "http://0.0.0.0/", "http://2852039166/", "ftp://shop.example/", "file:///etc/passwd", "gopher://127.0.0.1:70/", "ws://shop.example/",
        "https://169.254.169.254/latest/meta-data/", "https://2852039166/", "https://0xA9FEA9FE/", "https://0251.0376.0251.0376/",
        "https://[::ffff:169.254.169.254]/", "https://[64:ff9b::a9fe:a9fe]/", "https://[fe80::1]/", "https://[fd00:ec2::254]/", "https://168.63.129.16/", "https://100.100.100.200/",
        "https://0.0.0.0/", "https://[::]/", "https://224.0.0.1/", "https://255.255.255.255/",
    ];

    public static TheoryData<string> ForbiddenForWebhooks => [.. ForbiddenAnywhere.Skip(1).Select(row => row.Data)];

    public static TheoryData<int> Redirects => [301, 302, 303, 307, 308];

    [Theory]
    [MemberData(nameof(ForbiddenAnywhere))]
    public void Pair_that_names_such_an_address_is_refused(string url)
    {
        Assert.Throws<PairFileException>(() => Parse(url, "https://erp.example/"));
        Assert.Throws<PairFileException>(() => Parse("https://shop.example/", url));
        Assert.Throws<PairFileException>(() => Http(new Uri(url)));
    }

    [Theory]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://erp.internal:8443/Site/")]
    [InlineData("http://127.0.0.1:8080/")]
    public void Private_networks_and_this_machine_by_its_own_name_are_allowed(string url) => Assert.Equal(url, Parse("https://shop.example/", url).Erp.Url.ToString());

    [Fact]
    public void Link_local_addresses_are_allowed_where_the_pair_says_so()
    {
        Assert.True(Parse("https://169.254.10.1/", "https://erp.example/", """, "localAddresses": true""").Storefront.LocalAddresses);
        Assert.Throws<PairFileException>(() => Parse("http://169.254.10.1/", "https://erp.example/", """, "localAddresses": true"""));
    }

    [Theory]
    [MemberData(nameof(ForbiddenForWebhooks))]
    public void Alert_webhook_with_such_an_address_keeps_the_console_from_starting(string url)
    {
        var webhook = new AlertOptions { Webhook = new Uri(url) };
        var channel = new AlertOptions { Channels = { ["pager"] = new ChannelOptions { Kind = ChannelKind.Webhook, Url = new Uri(url), Secret = "alert-webhook" } } };

        Assert.Contains("Alerts:Webhook", Refusal(webhook), StringComparison.Ordinal);
        Assert.Contains("Alerts:Channels:pager:Url", Refusal(channel), StringComparison.Ordinal);
        Assert.Null(Refusal(new AlertOptions { Webhook = new Uri("https://alerts.example/") }));
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Redirect_is_an_answer_and_never_followed(int status)
    {
        await using var inside = new Listener();
        await using var system = Listener.Redirecting(status, inside.Url.ToString());
        using var http = Http(system.Url);

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Post })
        {
            var answer = await http.SendAsync(new OutsideRequest { Method = method, Target = "orders", Content = method == HttpMethod.Get ? null : () => new StringContent("{}") }, Ct);
            Assert.Equal(status, Assert.IsType<OutsideAnswer.Answered>(answer).Status);
        }

        Assert.Equal((3, 0), (system.Visits, inside.Visits));
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Alert_is_not_delivered_to_whom_the_receiver_points(int status)
    {
        await using var inside = new Listener();
        await using var receiver = Listener.Redirecting(status, inside.Url.ToString());
        await using var surroundings = await Surroundings.CreateAsync(null, null, Ct);
        await using var console = await ConsoleHarness.StartAsync(surroundings.Settings);

        using var answer = await console.Get<IHttpClientFactory>().CreateClient(nameof(AlertWebhook)).PostAsync(receiver.Url, new StringContent("{}"), Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal((1, 0), (receiver.Visits, inside.Visits));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("0.0.0.0")]
    public async Task Name_that_leads_to_this_machine_or_to_a_link_local_address_is_not_called(string address)
    {
        await using var inside = new Listener();
        var url = new Uri($"https://shop.example:{inside.Port}/");
        using var http = OutsideHttp.Create(Connection(url), [], TimeProvider.System, NullLogger.Instance, OutsideSockets.Handler(false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)])));

        var answer = await http.SendAsync(new OutsideRequest { Method = HttpMethod.Put, Target = "orders", Content = () => new StringContent("{}") }, Ct);

        Assert.Contains("link-local", Assert.IsType<OutsideAnswer.NotSent>(answer).Reason, StringComparison.Ordinal);
        Assert.Equal(0, inside.Visits);
    }

    [Fact]
    public async Task Name_that_may_lead_to_this_machine_is_called()
    {
        await using var inside = new Listener();
        using var http = OutsideHttp.Create(
            Connection(new Uri($"https://shop.example:{inside.Port}/")), [], TimeProvider.System, NullLogger.Instance,
            OutsideSockets.Handler(true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])));

        // It does not speak TLS; that it was asked is what counts.
        await http.SendAsync(new OutsideRequest { Method = HttpMethod.Put, Target = "orders", Content = () => new StringContent("{}") }, Ct);

        Assert.Equal(1, inside.Visits);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_usual_ones_are_called()
    {
        await using var inside = new Listener();
        var asked = new List<string>();
        using var http = OutsideHttp.Create(
            Connection(new Uri($"https://shop.example:{inside.Port}/")) with { Deadline = TimeSpan.FromMilliseconds(300) }, [], TimeProvider.System, NullLogger.Instance,
            OutsideSockets.Handler(false, (host, _) =>
            {
                asked.Add(host);
                // Of documentation: nobody is there.
                return Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("192.0.2.1")]);
            }));

        Assert.IsType<OutsideAnswer.NotSent>(await http.SendAsync(new OutsideRequest { Method = HttpMethod.Put, Target = "orders", Content = () => new StringContent("{}") }, Ct));

        Assert.Equal(["shop.example"], asked.Distinct());
        Assert.Equal(0, inside.Visits);
    }

    private static PairDefinition Parse(string shop, string erp, string more = "") => PairFile.Parse(
        "pairs/p.json", PairText.Replace("{shop}", shop, StringComparison.Ordinal).Replace("{erp}", erp, StringComparison.Ordinal).Replace("{more}", more, StringComparison.Ordinal), ".");

    private static string? Refusal(AlertOptions options) => new AlertOptionsCheck(new GivenSecrets(HintGateway.HintSecret)).Validate(null, options).FailureMessage;

    private static OutsideHttp Http(Uri url) => OutsideHttp.Create(Connection(url), [], TimeProvider.System, NullLogger.Instance);

    private static ConnectionDefinition Connection(Uri url) => new() { Name = "shop", Kind = "xcart", Url = url };
}
