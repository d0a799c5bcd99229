using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Publishing;

/// <summary>
/// Publishes documents of pairs and takes them back: checked first, kept in the history, written as whole files. The services follow the files
/// within two seconds, and what waits for the correction is sent again by itself.
/// </summary>
public sealed class DocumentPublisher(TimeProvider time)
{
    /// <summary>The folder beside the pair files of documents that had no file of their own before.</summary>
    public const string Folder = "published";

    private const string Unversioned = "(by hand)";

    /// <summary>Lets a text count from now on.</summary>
    /// <param name="pair">The pair, as its file stands now.</param>
    /// <param name="name">Which document.</param>
    /// <param name="text">The new text.</param>
    /// <param name="mappings">The pair's mapping documents (<see cref="PairMappings"/>).</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="note">Why, or empty.</param>
    public PublishOutcome Publish(PairDefinition pair, string name, string text, IReadOnlyList<MappingPort> mappings, string by, string note = "")
    {
        var findings = DocumentChecks.Check(pair, name, text, mappings);
        return findings.Errors.Count > 0 ? new PublishOutcome.Refused(findings.Errors) : Guarded(pair, () => PublishChecked(pair, name, text, findings, Shipped(name, mappings), by, note));
    }

    /// <summary>Publishes an earlier text again, under a version above all others.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="name">Which document.</param>
    /// <param name="version">The version whose text is wanted; null for the one before the one that counts.</param>
    /// <param name="mappings">The pair's mapping documents (<see cref="PairMappings"/>).</param>
    /// <param name="by">Who.</param>
    /// <param name="note">Why, or empty.</param>
    public PublishOutcome Rollback(PairDefinition pair, string name, int? version, IReadOnlyList<MappingPort> mappings, string by, string note = "") => Guarded(pair, () =>
    {
        if (!DocumentNames.CanBePublished(name)) return new PublishOutcome.Refused([$"There is no document '{name}'."]);
        var history = DocumentHistory.Of(pair, name);
        var live = PairDocuments.Live(pair, name, Shipped(name, mappings));
        var versions = history.Versions;
        var wanted = version is { } asked
            ? versions.LastOrDefault(one => one.Version == asked)
            : versions.LastOrDefault(one => one.Version < (live?.Version ?? 0));
        if (wanted is null)
        {
            return new PublishOutcome.Refused([versions.Count == 0
                ? $"Nothing was ever published as {name} of {pair.Name}."
                : $"There is no {(version is null ? "earlier version" : $"version {version}")} in the history of {name}. Kept: {string.Join(", ", versions.Select(one => one.Version))}."]);
        }

        var next = Next(live, versions);
        var text = DocumentText.WithVersion(history.TextOf(wanted), next);
        // An ERP's schema may have moved on since.
        var findings = DocumentChecks.Check(pair, name, text, mappings);
        if (findings.Errors.Count > 0) return new PublishOutcome.Refused(findings.Errors);
        return Replace(pair, name, live, text, next, PublishAction.RolledBack, by, $"The text of version {wanted.Version}. {note}".TrimEnd(), findings.Warnings);
    });

    private PublishOutcome PublishChecked(PairDefinition pair, string name, string text, DocumentFindings findings, string? shipped, string by, string note)
    {
        var live = PairDocuments.Live(pair, name, shipped);
        var versions = DocumentHistory.Of(pair, name).Versions;
        var hash = DocumentText.HashOf(text);
        if (live is { Source: not DocumentSource.Shipped } && live.Text == text) return new PublishOutcome.Unchanged(live.Version);
        if (DocumentNames.TableOf(name) is not null) return Replace(pair, name, live, text, Next(live, versions), PublishAction.Published, by, note, findings.Warnings);
        if (live is not null && findings.Version == live.Version) return new PublishOutcome.Refused([$"Version {live.Version} counts already, with another text. Raise \"version\" to {Next(live, versions)}."]);
        if (live is not null && findings.Version < live.Version) return new PublishOutcome.Refused([$"Version {findings.Version} is not above version {live.Version}, which counts now. Raise \"version\" to {Next(live, versions)}."]);
        if (versions.Any(one => one.Version == findings.Version && one.Sha256 != hash)) return new PublishOutcome.Refused([$"Version {findings.Version} was published before, with another text. Raise \"version\" to {Next(live, versions)}."]);
        return Replace(pair, name, live, text, findings.Version, PublishAction.Published, by, note, findings.Warnings);
    }

    private PublishOutcome.Published Replace(
        PairDefinition pair, string name, LiveDocument? live, string text, int version, PublishAction action, string by, string note, IReadOnlyList<string> warnings)
    {
        var history = DocumentHistory.Of(pair, name);
        // What was written by hand is kept too, so that a roll-back finds it.
        if (live is { Source: not DocumentSource.Shipped } && history.Versions.All(one => one.Sha256 != DocumentText.HashOf(live.Text)))
        {
            var found = live.Version > 0 ? live.Version : version++;
            history.Add(new DocumentVersion(name, found, PublishAction.Found, Unversioned, time.GetUtcNow(), DocumentText.HashOf(live.Text), ""), live.Text);
        }

        var entry = new DocumentVersion(name, version, action, by, time.GetUtcNow(), DocumentText.HashOf(text), note);
        history.Add(entry, text);
        var file = live?.File ?? Path.Combine(PairDocuments.FolderOf(pair), Folder, pair.Name, $"{name}.json");
        WholeFile.Write(file, text);
        if (live?.File is null) PairWriter.PointTo(pair.File, DocumentNames.TableOf(name) is null ? "documents" : "lookups", DocumentNames.TableOf(name) ?? name, Relative(pair, file));
        return new PublishOutcome.Published(entry, file, warnings);
    }

    private static PublishOutcome Guarded(PairDefinition pair, Func<PublishOutcome> work)
    {
        var folder = DocumentHistory.FolderOf(pair);
        try
        {
            Directory.CreateDirectory(folder);
            // One publisher at a time; the file's content means nothing.
            using var only = new FileStream(Path.Combine(folder, ".publishing"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new PublishOutcome.Refused([
                $"The folder of the pair files cannot be written: {failure.Message}",
                "Where pair files come from git or a ConfigMap, change the document there (raise its \"version\"); the services follow the files. Otherwise try again: somebody else may be publishing just now."]);
        }
        catch (PairFileException problem)
        {
            return new PublishOutcome.Refused([problem.Message]);
        }
    }

    private static int Next(LiveDocument? live, IReadOnlyList<DocumentVersion> versions) => Math.Max(live?.Version ?? 0, versions.Count == 0 ? 0 : versions.Max(one => one.Version)) + 1;

    private static string? Shipped(string name, IReadOnlyList<MappingPort> mappings) => ShippedDocuments.Of(name, mappings);

    private static string Relative(PairDefinition pair, string file) => Path.GetRelativePath(PairDocuments.FolderOf(pair), file).Replace('\\', '/');
}
