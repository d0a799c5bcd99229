using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>Our add-on in this shop.</summary>
/// <param name="Installed">Whether the shop has it, enabled.</param>
/// <param name="AtomicStock">Its setting that makes the shop's own stock changes single statements.</param>
public sealed record AddOnSettings(bool Installed = false, bool AtomicStock = true)
{
    private const string Kind = "add-on";

    internal bool KeepsStockAtomic => Installed && AtomicStock;

    internal static AddOnSettings Of(SandboxUnit unit) => unit.Find<AddOnSettings>(Kind, "1") ?? new AddOnSettings();

    internal static void Store(SandboxUnit unit, AddOnSettings settings) => unit.Put(Kind, "1", settings);
}
