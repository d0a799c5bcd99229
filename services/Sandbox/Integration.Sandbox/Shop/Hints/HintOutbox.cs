using System.Globalization;
using System.Text.Json;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Rows;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Notes hints in the transaction that they are about, so that none is lost and none is about nothing.</summary>
internal static class HintOutbox
{
    public const string Target = "hint-target";
    public const string Waiting = "hint";
    public const string Failed = "hint-failed";

    /// <summary>Property of a waiting hint by which they are sent.</summary>
    public const string DueAt = "dueAt";

    /// <summary>Where hints go, or null when the shop sends none: it has no add-on, or no endpoint is set.</summary>
    public static HintTarget? TargetOf(SandboxUnit unit) => AddOnSettings.Of(unit).Installed ? unit.Find<HintTarget>(Target, "1") : null;

    /// <summary>What to watch for hints in a transaction, or null when the shop sends none.</summary>
    public static ChangeWatch? Watch(SandboxUnit unit) =>
        TargetOf(unit) is not null ? new ChangeWatch(HintRules.Watched) : null;

    /// <summary>Notes what a transaction has to tell; returns how many hints that were.</summary>
    public static int Write(ShopUnit shop, ChangeWatch watch)
    {
        var told = HintRules.Of(shop, watch).ToList();
        foreach (var (type, entity, id) in told)
        {
            var hint = Make(type, entity, id, shop.Options.Time.GetUtcNow());
            shop.Rows.Unit.Put(Waiting, hint.Id, hint);
        }

        return told.Count;
    }

    /// <summary>A new hint. It holds no data: it says look.</summary>
    public static Hint Make(string type, string entity, string id, DateTimeOffset at)
    {
        var body = JsonSerializer.Serialize(new
        {
            type,
            entity,
            id,
            occurredAt = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        return new Hint($"msg_{Guid.NewGuid():n}", body, 0, 0, at.ToUnixTimeMilliseconds());
    }

    /// <summary>Staff sends the failed ones again; they wait as if they were new.</summary>
    public static bool Resend(ShopUnit shop)
    {
        var unit = shop.Rows.Unit;
        foreach (var hint in unit.All<Hint>(Failed))
        {
            unit.Put(Waiting, hint.Id, hint with { Attempts = 0, DueAt = 0, Since = shop.Options.Time.GetUtcNow().ToUnixTimeMilliseconds() });
        }

        return unit.RemoveAll(Failed) > 0;
    }
}
