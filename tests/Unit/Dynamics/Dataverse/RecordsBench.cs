using System.Text.Json.Nodes;
using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Customers;
using Integration.Dynamics.Dataverse.Products;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Tokens;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse;

/// <summary>The client on a stand-in of Dataverse with books of its own.</summary>
internal sealed class RecordsBench : IAsyncDisposable
{
    /// <summary>What our writes are tagged with.</summary>
    public const string Tag = "shop-integration";

    public const int PageSize = 10;

    private readonly OutsideHttp _http;

    private RecordsBench(Org org, TimeProvider? clock)
    {
        (Org, Clock) = (org, clock ?? TimeProvider.System);
        var connection = new ConnectionDefinition { Name = "erp", Kind = "dynamics", Url = org.StandIn.BaseUrl, File = "pairs/shop.json" };
        _http = OutsideHttp.Create(connection, [], TimeProvider.System, NullLogger.Instance);
        Client = new DataverseClient(_http, new OneToken(), connection.Url, Tag);
    }

    public Org Org { get; }

    public TimeProvider Clock { get; }

    public DataverseClient Client { get; }

    public AccountColumns Columns { get; } = new([]);

    public DataverseCustomers Customers => new(Store("xci_externalid"), null);

    public DataverseCustomerRecords Records => new(Client, Store("xci_externalid"), Columns, PageSize);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<RecordsBench> StartAsync(Action<DataverseSettings>? settings = null, TimeProvider? clock = null) => new(await Org.StartAsync(settings, clock), clock);

    public AccountStore Store(string? key, JsonObject? defaults = null) => new(Client, Columns, new AccountKeys(key), defaults ?? []);

    public DataverseProducts Products(ProductCatalogue? catalogue = null) =>
        new(Client, catalogue ?? new ProductCatalogue { MainList = "Web", OrderLists = ["Web", "Web EUR", "Web GBP", "Web JPY"], UnitGroup = "Default Unit", WeightUnit = "kg" }, PageSize, Clock);

    /// <summary>All that a sweep lists, which must not fail.</summary>
    public static async Task<List<ChangedRecord>> AllAsync(IAsyncEnumerable<ChangePage> pages)
    {
        var records = new List<ChangedRecord>();
        var last = false;
        await foreach (var page in pages)
        {
            Assert.Null(page.Failure);
            Assert.False(last);
            records.AddRange(page.Records);
            last = page.Last;
        }

        Assert.True(last);
        return records;
    }

    /// <summary>Calls of the Web API so far.</summary>
    public int Calls => Org.StandIn.Calls.Calls().Count(call => call.Target.StartsWith("/api/data/", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Org.DisposeAsync();
    }

    private sealed class OneToken : ITokenSource
    {
        public Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct) => Task.FromResult(new TokenAnswer(FixedToken.Good));
    }
}
