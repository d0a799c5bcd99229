using Integration.Connectors.Ports;
using Integration.Sandbox.Faults;
using Integration.Tests.Compliance.Erp;
using Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

namespace Integration.Tests.Compliance.Products;

/// <summary>Dynamics 365 Sales alone, on its stand-in.</summary>
internal sealed class DataverseProductSide(DataverseErp erp) : ProductSide
{
    public override IProducts Products => erp.Erp.Products!;

    public override string SomeId => "5d1b3a52-6a5c-4a53-9f57-0d3e0a5c7f11";

    // Amounts of price lists have the decimals of their currency.
    public override decimal FinePrice => 0.02m;

    public static async Task<ProductSide> StartAsync() => new DataverseProductSide(await DataverseErp.StartAsync(integrated: true));

    public override void LoseAnswers() => erp.Dataverse.Faults.Add(Trouble.CommitThenTimeout.Rule() with { Method = "POST", PathContains = "$batch" });

    public override void Down() => erp.Dataverse.Faults.Add(new FaultRule { Kind = FaultKind.Outage, PathContains = "/api/data/" });

    public override void Heal() => erp.Dataverse.Faults.Clear();

    public override ValueTask DisposeAsync() => erp.DisposeAsync();
}
