using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Platform.Secrets;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop;
using Integration.XCart;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Integration.Tests.Compliance.Storefront.XCart;

/// <summary>X-Cart on its stand-in, of either version and with or without our add-on; pages are small so that sweeps have several.</summary>
internal sealed class XCartStage : StorefrontStage
{
    public const string WriteKey = "rw-key-0001";
    public const string ReadKey = "ro-key-0002";
    private static readonly TimeSpan HalfMade = TimeSpan.FromSeconds(2);

    private readonly ShopStandIn _shop;
    private readonly ShopApi _api;
    private readonly string _calls;
    private readonly ShopClock _clock;
    private readonly string _folder;
    private readonly HttpClient _hands;
    private readonly ServiceProvider _services;

    private XCartStage(ShopStandIn shop, ShopApi api, ShopClock clock, string folder, string writeSecret)
    {
        _shop = shop;
        _api = api;
        _calls = api == ShopApi.Rest55 ? "/api/" : "admin.php";
        _clock = clock;
        _folder = folder;
        _hands = new HttpClient { BaseAddress = shop.BaseUrl };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ISecrets>(new KnownSecrets(new Dictionary<string, string> { ["xc1-write"] = WriteKey, ["xc1-read"] = ReadKey }))
            .AddXCartGateway(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        Pair = PairOf(shop.BaseUrl, writeSecret);
        Storefront = (IStorefront)_services.GetServices<IConnectorFactory>().Single(factory => factory.Kind == XCartGateway.Kind).Create(Pair.Storefront);
    }

    public override IStorefront Storefront { get; }

    public override PairDefinition Pair { get; }

    public override StorefrontFeatures Features { get; } = new()
    {
        HalfMadeOrders = true,
        CartsByOrderId = true,
        NewCode = "N",
        ShippedCode = "S",
        CancelledCode = "C",
        Currencies = ["USD", "EUR", "JPY"],
    };

    public override DateTimeOffset ShopTime => _clock.GetUtcNow();

    public override int Writes => _shop.Calls.Calls().Count(call => call.Target.Contains(_calls, StringComparison.Ordinal) && call.Method != "GET" && call.Status < 400);

    /// <summary>Starts a shop and asks it what it can do, as the gateway does before its lanes run.</summary>
    /// <param name="api">Its version.</param>
    /// <param name="addOn">Whether our add-on is installed.</param>
    /// <param name="change">Further wishes.</param>
    /// <param name="writeSecret">Name of the secret that is given as the write key.</param>
    public static async Task<XCartStage> StartAsync(ShopApi api, bool addOn = false, Func<ShopOptions, ShopOptions>? change = null, string writeSecret = "xc1-write")
    {
        var folder = Directory.CreateTempSubdirectory("xcart-stage-").FullName;
        var clock = new ShopClock();
        var options = new ShopOptions { DataFile = Path.Combine(folder, "shop.db"), Api = api, AddOn = addOn, WriteKey = WriteKey, ReadKey = ReadKey, Time = clock };
        var stage = new XCartStage(await ShopStandIn.StartAsync(change?.Invoke(options) ?? options), api, clock, folder, writeSecret);
        await stage.Storefront.ProbeReadingAsync(CancellationToken.None);
        return stage;
    }

    public override async Task<string> PlaceAsync(StagedOrder order)
    {
        var placed = await PostAsync("_sandbox/checkout", Checkout(order, order.Paid ? "paid" : "awaiting"));
        Advance(TimeSpan.FromSeconds(10));
        return $"{placed!["orderId"]}";
    }

    /// <summary>Places an order whose amount is only reserved.</summary>
    internal async Task<string> AuthoriseAsync(StagedOrder order)
    {
        var placed = await PostAsync("_sandbox/checkout", Checkout(order, "authorized"));
        Advance(TimeSpan.FromSeconds(10));
        return $"{placed!["orderId"]}";
    }

    public override async Task<(string Id, Task Finished)> PlaceHalfMadeAsync(StagedOrder order)
    {
        await PostAsync("_sandbox/races", new JsonObject { ["halfMade"] = HalfMade.ToString("c", CultureInfo.InvariantCulture) });
        var finished = FinishAsync(PostAsync("_sandbox/checkout", Checkout(order, "paid")));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var orders = (await _hands.GetFromJsonAsync<JsonNode>("_sandbox/state", deadline.Token))!["orders"]!.AsArray();
            if (orders.FirstOrDefault(row => row!["orderNumber"] is not null) is not { } listed) continue;
            Advance(TimeSpan.FromSeconds(10));
            return ($"{listed["orderId"]}", finished);
        }
    }

    public override async Task<string> LeaveCartAsync() => $"{(await PostAsync("_sandbox/checkout", Checkout(new StagedOrder(), "abandoned")))!["orderId"]}";

    public override async Task<string> PlaceWithAccountAsync(StagedOrder order)
    {
        var checkout = Checkout(order, "paid");
        checkout["customer"]!["guest"] = false;
        var placed = await PostAsync("_sandbox/checkout", checkout);
        Advance(TimeSpan.FromSeconds(10));
        return $"{placed!["orderId"]}";
    }

    public override async Task MoveCustomerAsync(string id, string street)
    {
        var customers = (await _hands.GetFromJsonAsync<JsonNode>("_sandbox/state"))!["customers"]!.AsArray();
        var email = customers.Single(row => $"{row!["profileId"]}" == id)!["email"]!.DeepClone();
        await PostAsync("_sandbox/customers", new JsonObject { ["email"] = email, ["street"] = street });
    }

    public override Task DeleteCustomerAsync(string id) => _api == ShopApi.Rest55
        ? StaffAsync(HttpMethod.Delete, $"api/profiles/{id}", null)
        : StaffAsync(HttpMethod.Delete, $"admin.php?target=RESTAPI&_key={WriteKey}&_path=profile/{id}", null);

    public override Task NoteAsync(string id, string note) => ActAsync(id, "note", new JsonObject { ["note"] = note });

    public override Task CancelAsync(string id) => ActAsync(id, "cancel", []);

    public override Task DeleteAsync(string id) => ActAsync(id, "delete", []);

    public override async Task<StagedState> StateAsync(string id)
    {
        var state = await _hands.GetFromJsonAsync<JsonNode>("_sandbox/state");
        var order = state!["orders"]!.AsArray().Single(row => $"{row!["orderId"]}" == id)!;
        return new StagedState(
            order["shippingStatus"]!.GetValue<string>(),
            [.. order["trackingNumbers"]!.AsArray().Select(number => number!.GetValue<string>())],
            order["adminNotes"]!.GetValue<string>(),
            order["total"]!.GetValue<decimal>());
    }

    public override void Advance(TimeSpan time) => _clock.Advance(time);

    public override void Make(Trouble trouble)
    {
        FaultRule rule = trouble switch
        {
            Trouble.WriteWithoutAnswer => new() { Kind = FaultKind.CommitThenTimeout },
            Trouble.WriteLost => new() { Kind = FaultKind.Reset },
            Trouble.Throttled => new() { Kind = FaultKind.Status, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "30" } },
            Trouble.KeyRevoked => new() { Kind = FaultKind.Revoke },
            Trouble.ErrorPages => new() { Kind = FaultKind.Html500 },
            Trouble.Down => new() { Kind = FaultKind.Outage },
            _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
        };
        var onlyWrites = trouble is Trouble.WriteWithoutAnswer or Trouble.WriteLost;
        foreach (var method in onlyWrites ? ["POST", "PUT"] : new string?[] { null })
            _shop.Faults.Add(rule with { Method = method, PathContains = _calls });
    }

    public override void Heal() => _shop.Faults.Clear();

    public override async ValueTask DisposeAsync()
    {
        _hands.Dispose();
        await _services.DisposeAsync();
        await _shop.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static JsonObject Checkout(StagedOrder order, string payment) => new()
    {
        ["customer"] = new JsonObject { ["email"] = order.Email },
        ["billing"] = new JsonObject
        {
            ["firstname"] = order.FirstName, ["lastname"] = order.LastName, ["street"] = "12 Main St", ["city"] = order.City,
            ["state"] = order.State, ["zipcode"] = "10001", ["country"] = order.Country, ["phone"] = "+1 212 555 0100",
        },
        ["lines"] = new JsonArray([.. order.Lines.Select(line => new JsonObject { ["sku"] = line.Sku, ["quantity"] = line.Quantity })]),
        ["coupon"] = order.Coupon,
        ["currency"] = order.Currency,
        ["notes"] = order.Notes,
        ["paymentMethod"] = payment == "awaiting" ? "Phone Ordering" : "Stripe",
        ["payment"] = payment,
    };

    private static PairDefinition PairOf(Uri url, string writeSecret) => new()
    {
        Name = "xcart-acumatica",
        Mode = PairMode.Live,
        From = DateTimeOffset.UnixEpoch,
        TimeZone = TimeZoneInfo.Utc,
        StorefrontCode = "XC1",
        Storefront = new ConnectionDefinition
        {
            Name = "xc1",
            Kind = "xcart",
            Url = url,
            Deadline = TimeSpan.FromSeconds(10),
            Settings = new JsonObject { ["pageSize"] = 5 },
            Secrets = new Dictionary<string, string> { ["key"] = writeSecret, ["readKey"] = "xc1-read" },
        },
        Erp = new ConnectionDefinition { Name = "acu", Kind = "acumatica", Url = new Uri("https://erp.example.com") },
    };

    // The shop takes no "application/json; charset=utf-8".
    private async Task StaffAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-AUTH-TOKEN", WriteKey);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
        using var answer = await _hands.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    // The end of the request moves the order's date, in the real shop too.
    private async Task FinishAsync(Task<JsonNode?> checkout)
    {
        await checkout;
        Advance(TimeSpan.FromSeconds(10));
    }

    internal Task<JsonNode?> ActAsync(string id, string action, JsonObject details) => PostAsync($"_sandbox/orders/{id}/{action}", details);

    private async Task<JsonNode?> PostAsync(string path, JsonObject body)
    {
        using var answer = await _hands.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? (text.Length > 0 ? JsonNode.Parse(text) : null) : throw new InvalidOperationException($"{path}: {text}");
    }
}
