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
    public void Pairs_and_their_modes_are_taken(string pair, string? mode) => Assert.Null(new StackOptions { Pair = pair, Mode = mode }.Problem());

    [Theory]
    [InlineData("xcart-sap", null, "--pair xcart-sap", "xcart-dynamics")]
    [InlineData("xcart-acumatica", "fno", "--mode fno", "--pair xcart-dynamics")]
    [InlineData("xcart-dynamics", "dataverse", "--mode dataverse is not there yet", "say fno")]
    [InlineData("xcart-dynamics", "dataverse+fno", "--mode dataverse+fno is not there yet", "say fno")]
    [InlineData("xcart-dynamics", "crm", "--mode crm", "say fno")]
    public void Problem_names_the_option_and_what_to_do(string pair, string? mode, string option, string fix)
    {
        var problem = new StackOptions { Pair = pair, Mode = mode }.Problem();
        Assert.StartsWith(option, problem, StringComparison.Ordinal);
        Assert.Contains(fix, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xcart-acumatica", "embedded-5.5-full")]
    [InlineData("xcart-dynamics", "embedded-dynamics-5.5-full")]
    public void Each_pair_has_its_own_folder(string pair, string folder)
    {
        var options = new StackOptions { Pair = pair, StoreApi = "5.5", Full = true, DataRoot = "data" };
        Assert.Equal(folder, Path.GetFileName(options.DataFolder));
    }
}
