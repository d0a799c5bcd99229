using Integration.Platform.Database;

namespace Integration.Connectors.Corrections;

/// <summary>What the correction watch remembers.</summary>
internal sealed class CorrectionMigrations : IMigrations
{
    public string Module => "corrections";

    public IReadOnlyList<Migration> All { get; } = Migration.FromResources(typeof(CorrectionMigrations), "Corrections.Tables");
}
