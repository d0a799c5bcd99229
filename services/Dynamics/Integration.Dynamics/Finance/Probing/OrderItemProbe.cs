using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Checks that the items of shipping, tax, discounts, fees and rounding are released in the legal entity, and that they are services: a stocked item would wait for goods.</summary>
internal sealed class OrderItemProbe(FinanceClient client, DynamicsSettings settings)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var items = settings.Items.All().ToList();
        var page = await client.AllAsync("ReleasedProductsV2", new EntityQuery
        {
            Filter = Filter.Any([.. items.Select(item => item.Item).Distinct(StringComparer.OrdinalIgnoreCase).Select(item => Filter.Equal("ItemNumber", item))]), Select = ["ItemNumber", "ProductType"],
        }, ct);
        if (page.Failure is not null) return [new ProbeFinding("order-items", ProbeLevel.NotChecked, "Released products cannot be read, so the items of shipping, tax and the like were not checked.")];
        var types = page.Records.ToLookup(record => record.Text("ItemNumber"), record => record.Text("ProductType"), StringComparer.OrdinalIgnoreCase);
        return [.. items.Select(item => Finding(item.Setting, item.Item, types[item.Item].FirstOrDefault()))];
    }

    private ProbeFinding Finding(string setting, string item, string? type) => type switch
    {
        null => new ProbeFinding("order-items", ProbeLevel.Failed, $"setting {setting}: there is no released product {item} in {settings.LegalEntity}; orders that need it would be refused.",
            $"Create {item} as a product of type Service with a unit, release it to {settings.LegalEntity} and give it an item group and an item model group without stock. Or name another item in the setting."),
        "Item" => new ProbeFinding("order-items", ProbeLevel.Warning, $"setting {setting}: {item} is no service, so that orders would wait for stock of it.", "Use a product of type Service."),
        _ => new ProbeFinding("order-items", ProbeLevel.Ok, $"setting {setting}: {item} is there."),
    };
}
