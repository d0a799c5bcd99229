using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Acumatica;

namespace Integration.Tests.Compliance.Lists;

/// <summary>Acumatica on its stand-in.</summary>
internal sealed class AcumaticaListed(AcumaticaErp erp) : ErpListed<AcumaticaErp>(erp, "acumatica")
{
    public static async Task<ListedSide> StartAsync() => new AcumaticaListed(await AcumaticaErp.StartAsync(unique: true));

    public override Task DeleteAsync(ListedOrder order) => Erp.ControlAsync("tamper", new { entity = "SalesOrder", keys = order.Id.Split('/'), delete = true });

    public override async Task ThrottleAsync()
    {
        // Says that nobody can log out afterwards.
        await Erp.TroubleAsync(Trouble.Throttle);
        Erp.StandIn.Faults.Clear();
        Erp.StandIn.Faults.Add(Trouble.Throttle.Rule() with { PathContains = "/entity/" });
    }
}
