using Integration.Platform.Faults;
using Integration.Tests.Chaos.Harness;
using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Proves S2: the bar's test sees a gateway that looks at no signature.</summary>
public sealed class SignatureTwinTests
{
    /// <summary>The bar's test again, in a process whose gateway has the mistake.</summary>
    [Fact(Explicit = true)]
    [Trait("Proves", "S2")]
    public async Task Gateway_that_looks_at_no_signature_is_found_out()
    {
        var (exit, output) = await BrokenTwin.RunAsync($"{typeof(SignatureTests).FullName}.{nameof(SignatureTests.Forged_hints_are_refused)}", Defects.SignatureCheckOff, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, exit);
        Assert.Contains("bit 0 of the body: ", output, StringComparison.Ordinal);
        Verdict.Tell("S2: with the signature check off the same test fails");
    }
}
