using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics;

namespace Integration.Tests.Compliance.Lists;

/// <summary>Finance and Operations on its stand-in, alone or with Dataverse before it.</summary>
internal sealed class FinanceListed(FinanceErp erp) : ErpListed<FinanceErp>(erp, "dynamics")
{
    public override Task DeleteAsync(ListedOrder order) => Erp.ControlAsync("tamper", new { entity = "SalesOrderHeadersV3", keys = new[] { "usmf", order.Id }, delete = true });

    public override Task ThrottleAsync()
    {
        Erp.Finance.Faults.Add(Trouble.Throttle.Rule() with { PathContains = "/data/" });
        return Task.CompletedTask;
    }
}
