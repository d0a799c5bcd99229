using System.Text.Json.Serialization;
using Integration.Run.Bench.Orders;
using Integration.Run.Bench.Systems;
using Integration.Run.Stack;

namespace Integration.Run.Bench.FlashSale;

/// <summary>What an order needs, as measured under a light load.</summary>
internal sealed record ServiceTimes
{
    /// <summary>CPU of everything that runs on the services' machine, milliseconds per order: services, broker, database.</summary>
    [JsonPropertyName("cpuMs")]
    public required double CpuMs { get; init; }

    /// <summary>CPU of sandbox and load, which share the machine in a bench and not in an installation.</summary>
    [JsonPropertyName("othersCpuMs")]
    public required double OthersCpuMs { get; init; }

    [JsonPropertyName("erpCalls")]
    public required double ErpCalls { get; init; }

    [JsonPropertyName("shopCalls")]
    public required double ShopCalls { get; init; }

    public static ServiceTimes Of(OrderRunFigures run)
    {
        var cpu = run.CpuMsPerOrder;
        return new ServiceTimes
        {
            CpuMs = Math.Round(cpu[CpuAccount.Ours] + cpu[CpuAccount.Broker] + cpu[CpuAccount.Database], 2),
            OthersCpuMs = Math.Round(cpu[ServiceRole.Sandbox.Name] + cpu[CpuAccount.Load], 2),
            ErpCalls = Math.Round(run.ErpCallsPerOrder.Where(route => !route.Key.StartsWith("GET", StringComparison.Ordinal) || route.Value >= 0.5).Sum(route => route.Value), 2),
            ShopCalls = Math.Round(run.ShopCallsPerOrder.Values.Sum(), 2),
        };
    }

    /// <summary>The way of an order: a third of the work before the ERP is called, a third around it, a third after it.</summary>
    /// <param name="processors">Processors of the machine.</param>
    /// <param name="isShared">Whether sandbox and load run on it too.</param>
    /// <param name="shopCalls">Calls to the shop at once.</param>
    /// <param name="shopMs">One call to the shop.</param>
    /// <param name="erp">Sessions of the ERP.</param>
    /// <param name="erpMs">One call to the ERP.</param>
    public IReadOnlyList<Visit> Way(int processors, bool isShared, int shopCalls, double shopMs, Station erp, double erpMs)
    {
        var work = (CpuMs + (isShared ? OthersCpuMs : 0)) / 3;
        var (machine, shop) = (new Station("processors", processors), new Station("shop calls", shopCalls));
        return
        [
            new(shop, ShopCalls / 2 * shopMs), new(machine, work), new(machine, work), new(erp, ErpCalls * erpMs, IsCreated: true), new(machine, work), new(shop, ShopCalls / 2 * shopMs),
        ];
    }
}
