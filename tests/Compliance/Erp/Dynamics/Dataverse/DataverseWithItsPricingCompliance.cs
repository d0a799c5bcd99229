namespace Integration.Tests.Compliance.Erp.Dynamics.Dataverse;

/// <summary>Without it: Sales reckons every order anew, and comes to the same.</summary>
public sealed class DataverseWithItsPricingCompliance : ErpCompliance
{
    /// <inheritdoc />
    protected override async Task<ErpUnderTest> StartAsync() => await DataverseErp.StartAsync(integrated: false);
}
