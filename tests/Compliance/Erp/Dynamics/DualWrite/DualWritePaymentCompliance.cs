namespace Integration.Tests.Compliance.Erp.Dynamics.DualWrite;

/// <summary>Money in Finance and Operations for orders that were made in Dataverse, as lines of customer payment journals.</summary>
public sealed class DualWritePaymentCompliance : DynamicsPaymentCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DualWriteErp.StartAsync();
}
