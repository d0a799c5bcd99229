using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>Reference records (warehouses, taxes, ship vias …): keyed by hand, kept as sent.</summary>
/// <param name="entity">Entity.</param>
/// <param name="key">Its key field.</param>
/// <param name="title">Name in messages.</param>
internal sealed class SetupScreen(string entity, string key, string title) : Screen(entity, title)
{
    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!row.Has(key))
        {
            row.Fail(key, $"'{Title} ID' cannot be empty.");
        }
    }
}
