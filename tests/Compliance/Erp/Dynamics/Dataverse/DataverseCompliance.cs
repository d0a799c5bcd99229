namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>With sales order processing integration, as recommended: Sales takes the shop's prices and totals as they are.</summary>
public sealed class DataverseCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DataverseErp.StartAsync(integrated: true);
}
