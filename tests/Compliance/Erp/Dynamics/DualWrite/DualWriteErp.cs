using System.Text.Json.Nodes;
using Integration.Contracts.OrderToCash;
using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.DualWrite;
using Integration.Sandbox.Dynamics.Entra;
using Integration.Sandbox.Dynamics.Finance;

namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>
/// The Dynamics connector in mode <c>dataverse+fno</c>: orders are made in Dataverse, dual-write takes them to Finance and Operations, which has the stock, the money and the people.
/// What people do there has reached Dataverse when they are done.
/// </summary>
internal sealed class DualWriteErp : FinanceErp
{
    private readonly string _folder;
    private readonly DualWriteStandIn _standIn;
    private readonly StandInControl _sales;

    private DualWriteErp(string folder, EntraStandIn entra, DualWriteStandIn standIn, JsonObject? more)
        : base(entra, standIn.Finance, standIn.Dataverse.BaseUrl,
        [
            .. new JsonObject
            {
                ["mode"] = "dataverse+fno", ["finance"] = new JsonObject { ["url"] = standIn.Finance.BaseUrl.AbsoluteUri },
                ["dataverse"] = new JsonObject { ["priceLists"] = new JsonObject { ["USD"] = "Web", ["EUR"] = "Web EUR", ["JPY"] = "Web JPY" } },
            },
            .. more ?? [],
        ]) =>
        (_folder, _standIn, _sales) = (folder, standIn, new StandInControl(standIn.Dataverse.BaseUrl));

    public override ErpFeatures Features => new()
    {
        UniqueReference = true, Skus = ["LAMP-ZÜRICH", "MUG-01", "BOOK-łÓDŹ", "TEE-RED-S"], Currencies = ["USD", "EUR"], PageSize = PageSize, CallsPerOrder = 2,
        ChangeStamps = false, Cancels = false, OrdersCarryPayments = false, ItemsChangeInPlace = false, ReopensShipments = false, ReleasesMoney = false, EchoesOrders = false, SettlesCredits = false,
        Held = ErpOrderStatus.OnHold,
    };

    /// <summary>Starts the stand-ins.</summary>
    /// <param name="more">Settings of the connection beside the usual ones.</param>
    public static async Task<DualWriteErp> StartAsync(JsonObject? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("dual-write-erp").FullName;
        var entra = await EntraStandIn.StartAsync(new EntraOptions());
        var standIn = await DualWriteStandIn.StartAsync(new DualWriteOptions
        {
            Finance = new FinanceOptions { DataFile = Path.Combine(folder, "finance.db"), Entra = entra, Settings = new FinanceSettings { PageSize = PageSize, ManualNumbers = [] } },
            Dataverse = new DataverseOptions { DataFile = Path.Combine(folder, "dataverse.db"), ClientId = entra.Options.Applications[0].ClientId },
        });
        var erp = new DualWriteErp(folder, entra, standIn, more);
        await erp.ControlAsync("item", new { inventoryId = Rounding, service = true });
        return erp;
    }

    /// <summary>The orders of Finance and Operations; that Dataverse has as many is part of the answer. Of returns it has none.</summary>
    public override async Task<IReadOnlyList<StoredOrder>> OrdersAsync(string reference)
    {
        if (reference.Contains('/', StringComparison.Ordinal)) return await base.OrdersAsync(reference);
        IReadOnlyList<StoredOrder> orders = [];
        await Eventually.TrueAsync(
            async () =>
            {
                orders = await base.OrdersAsync(reference);
                return (await _sales.StateAsync("orders")).Count(order => (string?)order["externalRef"] == reference) == orders.Count;
            },
            "the order stands in both systems or in neither");
        return orders;
    }

    public override async Task<int> CallsAsync() =>
        await base.CallsAsync() + _standIn.Dataverse.Calls.Calls().Count(call => call.Target.StartsWith("/api/data/", StringComparison.Ordinal));

    /// <summary>What comes back of the write before would itself stand in the way of the next one.</summary>
    public override async Task TroubleAsync(Trouble trouble)
    {
        await SettledAsync();
        if (WriteOfReturn is null) _standIn.Dataverse.Faults.Add(trouble.Once("$batch", "POST"));
        else await base.TroubleAsync(trouble);
    }

    public override async Task RevokeAsync(bool revoked)
    {
        await base.RevokeAsync(revoked);
        await _sales.PostAsync("revoke", new { revoked });
    }

    public override async Task ControlAsync(string name, object body)
    {
        await base.ControlAsync(name, body);
        await SettledAsync();
    }

    protected override async ValueTask StopAsync()
    {
        var failures = (await CopyingAsync())["failures"]!.AsArray();
        _sales.Dispose();
        await _standIn.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        if (failures.Count > 0) throw new InvalidOperationException($"Dual-write could not copy everything: {failures.ToJsonString()}");
    }

    private Task SettledAsync() => Eventually.TrueAsync(async () => (await CopyingAsync())["queued"]!.GetValue<int>() == 0, "dual-write has brought every change to Dataverse", everyMs: 5);

    private Task<JsonObject> CopyingAsync() => _sales.GetAsync("dual-write");
}
