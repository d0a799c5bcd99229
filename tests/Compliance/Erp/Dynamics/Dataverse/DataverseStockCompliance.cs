namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary><c>product.quantityonhand</c> as stock of the one place that the connection names.</summary>
public sealed class DataverseStockCompliance : ErpStock
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DataverseErp.StartAsync(integrated: true);
}
