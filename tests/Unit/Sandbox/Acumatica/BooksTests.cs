using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica;
using Integration.Sandbox.Storage;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class BooksTests
{
    [Theory]
    [InlineData("Books", "record")]
    [InlineData("Seed", "row")]
    public async Task Books_of_another_version_are_refused(string version, string kind)
    {
        await using var erp = await Erp.StartAsync(signIn: false);
        var file = erp.Options.DataFile + ".other";
        await using (var store = await SandboxStore.OpenAsync(file, TestContext.Current.CancellationToken))
        {
            await store.WriteAsync(
                unit =>
                {
                    unit.Put("numbers", "all", new JsonObject { [version] = 2 });
                    unit.Put(kind, "1", new JsonObject { ["entity"] = "Warehouse" });
                },
                TestContext.Current.CancellationToken);
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ErpStandIn.StartAsync(erp.Options with { DataFile = file }, TestContext.Current.CancellationToken));
        Assert.Contains("another version of the stand-in", refused.Message, StringComparison.Ordinal);
    }
}
