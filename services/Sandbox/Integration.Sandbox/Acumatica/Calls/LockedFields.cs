using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Takes out of a request what the user's role may not edit, without a word (<see cref="ErpSettings.LockedFields"/>).</summary>
internal static class LockedFields
{
    public static void TakeOut(Change change, string entity, IReadOnlyList<string> locked)
    {
        foreach (var field in locked.Where(field => field.StartsWith(entity + ".", StringComparison.Ordinal)))
        {
            var path = field[(entity.Length + 1)..].Split('/');
            var part = change;
            foreach (var name in path[..^1])
            {
                part = part?.Linked.GetValueOrDefault(name);
            }

            part?.Values.Remove(path[^1]);
        }
    }
}
