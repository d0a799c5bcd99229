using Integration.Connectors.Http;
using Integration.Connectors.Pairs;
using Integration.Dynamics;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integration.Tests.Unit.Dynamics;

/// <summary>The client on a scripted server.</summary>
internal sealed class FinanceBench : IDisposable
{
    private readonly OutsideHttp _http;

    public FinanceBench(DynamicsSettings? settings = null, ITokenSource? tokens = null)
    {
        Settings = settings ?? Usual;
        Definition = new ConnectionDefinition { Name = "erp", Kind = "dynamics", Url = new Uri("https://shop.operations.dynamics.example/"), File = "pairs/shop.json" };
        _http = OutsideHttp.Create(Definition, [], TimeProvider.System, NullLogger.Instance, Server);
        Client = new FinanceClient(_http, tokens ?? new OneToken(), Definition.Url, Settings);
        Store = new OrderStore(Client, Settings);
    }

    public static DynamicsSettings Usual { get; } = new() { Mode = "fno", TenantId = "contoso", ClientId = "1f2e", LegalEntity = "usmf", CustomerGroup = "WEB" };

    public static DynamicsSettings OwnNumbers { get; } = Usual with { Numbering = Numbering.Ours };

    public FinanceServer Server { get; } = new();

    public DynamicsSettings Settings { get; }

    public ConnectionDefinition Definition { get; }

    public FinanceClient Client { get; }

    public OrderStore Store { get; }

    public FinanceSalesOrders Orders(UniqueNumber? unique = null) => new(Client, Store, Settings, unique ?? new UniqueNumber(Settings.Numbering == Numbering.Ours));

    public void Dispose()
    {
        _http.Dispose();
        Server.Dispose();
    }

    private sealed class OneToken : ITokenSource
    {
        public Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct) => Task.FromResult(new TokenAnswer("T1"));
    }
}
