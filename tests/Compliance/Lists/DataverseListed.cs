using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

namespace Integration.Tests.Compliance.Lists;

/// <summary>Dynamics 365 Sales alone, on its stand-in.</summary>
internal sealed class DataverseListed(DataverseErp erp) : ErpListed<DataverseErp>(erp, "dynamics")
{
    public static async Task<ListedSide> StartAsync() => new DataverseListed(await DataverseErp.StartAsync(integrated: true));

    public override Task DeleteAsync(ListedOrder order) => Erp.ControlAsync("tamper", new { entity = "salesorder", keys = new[] { order.Id }, delete = true });

    public override Task ThrottleAsync()
    {
        Erp.Dataverse.Faults.Add(Trouble.Throttle.Rule() with { PathContains = "/api/data/" });
        return Task.CompletedTask;
    }
}
