using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Options;

/// <summary>What the options of <c>./run</c> mean together.</summary>
public sealed class StackOptionsTests
{
    [Theory]
    [InlineData("xcart-acumatica", null)]
    [InlineData("xcart-dynamics", null)]
    [InlineData("xcart-dynamics", "fno")]
    [InlineData("xcart-dynamics", "dataverse+fno")]
    [InlineData("xcart-dynamics", "dataverse")]
    public void Pairs_and_their_modes_are_taken(string pair, string? mode) => Assert.Null(new StackOptions { Pair = pair, Mode = mode }.Problem());

    [Theory]
    [InlineData("xcart-sap", null, "--pair xcart-sap", "xcart-dynamics")]
    [InlineData("xcart-acumatica", "fno", "--mode fno", "--pair xcart-dynamics")]
    [InlineData("xcart-dynamics", "crm", "--mode crm", "say fno")]
    public void Problem_names_the_option_and_what_to_do(string pair, string? mode, string option, string fix)
    {
        var problem = new StackOptions { Pair = pair, Mode = mode }.Problem();
        Assert.StartsWith(option, problem, StringComparison.Ordinal);
        Assert.Contains(fix, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xcart-acumatica", null, "embedded-5.5-full")]
    [InlineData("xcart-dynamics", null, "embedded-dynamics-5.5-full")]
    [InlineData("xcart-dynamics", "dataverse+fno", "embedded-dual-write-5.5-full")]
    [InlineData("xcart-dynamics", "dataverse", "embedded-dataverse-5.5-full")]
    public void Each_pair_and_mode_has_its_own_folder(string pair, string? mode, string folder)
    {
        var options = new StackOptions { Pair = pair, Mode = mode, StoreApi = "5.5", Full = true, DataRoot = "data" };
        Assert.Equal(folder, Path.GetFileName(options.DataFolder));
    }
}
