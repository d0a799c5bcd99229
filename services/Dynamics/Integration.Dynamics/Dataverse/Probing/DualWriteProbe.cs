using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Probing;

/// <summary>
/// Checks that dual-write's maps are there: without them orders would stand in Dataverse and never ship. A map that was never enabled has no row (public scripts read this table; what a row says of
/// a map that is stopped or paused is not documented, hence the setting <c>dataverse.runningStatus</c>).
/// </summary>
internal sealed class DualWriteProbe(DataverseClient client, DynamicsSettings settings, TimeProvider clock)
{
    private static readonly (string Table, string Named)[] Maps = [("salesorder", "sales order headers"), ("salesorderdetail", "sales order lines"), ("account", "customers"), ("product", "released products")];

    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var page = await client.AllAsync("msdyn_dualwriteruntimeconfigs", new EntityQuery { Select = ["msdyn_internalentityname", "msdyn_externalentityname", "msdyn_status"] }, ct);
        if (page.Failure is not null)
            return [new ProbeFinding("dual-write", ProbeLevel.Failed, "Dual-write's maps cannot be read: it is not installed here, or the application user may not read msdyn_dualwriteruntimeconfig. Orders would never reach F&O.",
                "Install the dual-write solutions and link the environments (F&O, Data management, Dual-write); give the user's role the right to read the table.")];
        var findings = new List<ProbeFinding>();
        foreach (var (table, named) in Maps)
        {
            var rows = page.Records.Where(row => row.Text("msdyn_internalentityname").Equals(table, StringComparison.OrdinalIgnoreCase)).ToList();
            var isRunning = rows.Exists(row => settings.Dataverse.RunningStatus is not { } status || row.Text("msdyn_status").Equals(status, StringComparison.OrdinalIgnoreCase));
            findings.Add((rows.Count, isRunning) switch
            {
                (0, _) => new ProbeFinding("dual-write", ProbeLevel.Failed, $"The dual-write map of {named} ({table}) is not there: orders would never reach F&O.", $"Enable and run it (F&O, Data management, Dual-write)."),
                (_, false) => new ProbeFinding("dual-write", ProbeLevel.Failed, $"The dual-write map of {named} ({table}) is not running ({rows[0].Text("msdyn_status")}).", "Run or resume it (F&O, Data management, Dual-write)."),
                _ => new ProbeFinding("dual-write", ProbeLevel.Ok, $"The dual-write map of {named} ({table}) is there."),
            });
        }

        findings.Add(await CompanyAsync(ct));
        findings.AddRange(await ItemsAsync(ct));
        return findings;
    }

    private async Task<ProbeFinding> CompanyAsync(CancellationToken ct)
    {
        var (company, failure) = await new SalesCatalogue(client, settings, clock).CodeAsync("cdm_companies", "cdm_companyid", "cdm_companycode", settings.LegalEntity, null, ct);
        return failure is null && company is not null
            ? new ProbeFinding("company", ProbeLevel.Ok, $"Dataverse knows the company {settings.LegalEntity}.")
            : new ProbeFinding("company", ProbeLevel.Failed, $"Dataverse has no company {settings.LegalEntity} (cdm_company): no record of it crosses dual-write.", "Add the legal entity to the dual-write link (F&O, Data management, Dual-write).");
    }

    private async Task<IReadOnlyList<ProbeFinding>> ItemsAsync(CancellationToken ct)
    {
        var (products, failure) = await new SalesCatalogue(client, settings, clock).ProductsAsync(settings.Items.All().Select(item => item.Item), ct);
        if (failure is not null) return [new ProbeFinding("order-items", ProbeLevel.NotChecked, "Products cannot be read, so the items of shipping, tax and the like were not checked.", "Give the application user's role the right to read products.")];
        return
        [
            .. settings.Items.All().Select(item => products.GetValueOrDefault(item.Item) is { IsSold: true, Unit: not null }
                ? new ProbeFinding("order-items", ProbeLevel.Ok, $"setting {item.Setting}: {item.Item} is there.")
                : new ProbeFinding("order-items", ProbeLevel.Failed, $"setting {item.Setting}: Dataverse has no active product {item.Item} with a unit; orders that need it would be refused.",
                    $"Release {item.Item} as a service in F&O and let dual-write bring it, or name another item in the setting.")),
        ];
    }
}
