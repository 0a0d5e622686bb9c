//! The directory: all listings, ready to answer.

use super::answer::{Answer, ListingView, ResultRow, SlotView, TimeView, TypeView};
use super::bits::Bits;
use super::filters::Filters;
use super::index::TextIndex;
use super::known::Known;
use super::near::{Origin, Unit};
use super::needs::Needs;
use super::order::{distinct, order, sorted};
use super::places::Places;
use super::regions::Regions;
use super::store::{At, Store};
use super::when::{Moment, SlotNow, SlotsNow, Turn, ZoneChain, any_counts, counts, turns};
use crate::directory::link;
use crate::directory::listing::{Attendance, Field, Listing};
use crate::directory::program::Programs;
use crate::directory::saved::Snapshot;
use crate::directory::schedule::{Slot, Weeks};
use crate::site::Site;
use crate::time::UtcMinute;
use std::collections::HashMap;
use std::sync::Arc;

/// How many other listings at the same address are looked for.
const MOST_HERE: usize = 100;

/// Collects the listings of all feeds.
#[derive(Debug, Default)]
pub struct DirectoryBuilder {
    store: Store,
}

impl DirectoryBuilder {
    /// Adds a listing of a feed, given by its position in `site.json`.
    pub fn push(&mut self, feed: usize, listing: &Listing) {
        self.store.push(feed as u16, listing);
    }

    /// Gives how many listings there are.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Drops all but the first `len`: those of a feed that turned out to be broken.
    pub fn truncate(&mut self, len: usize) {
        self.store.truncate(len);
    }

    /// Takes the programs, the site's settings and the language of type names; gives the directory.
    pub fn build(mut self, programs: Arc<Programs>, site: &Site, language: &str) -> Directory {
        self.store.close();
        let index = TextIndex::build(&self.store, &programs, language);
        let by_name = by_name(&self.store, &index);
        let zones = ZoneChain {
            feeds: site.feeds.iter().map(|feed| feed.timezone.clone()).collect(),
            site: site.timezone.clone(),
        };
        let labels =
            site.feeds.iter().map(|feed| feed.label.clone().unwrap_or_else(|| feed.src.clone())).collect();
        let corrections_to: Vec<String> = site.contact.email.iter().cloned().collect();
        let emails = site
            .feeds
            .iter()
            .map(|feed| if feed.email.is_empty() { corrections_to.clone() } else { feed.email.clone() })
            .collect();
        let language = language.to_owned();
        Directory {
            store: self.store,
            index,
            programs,
            language,
            by_name,
            zones,
            labels,
            emails,
            slots: None,
            chosen: None,
            order: None,
            unit: site.distance,
            needs: None,
            places: None,
            origin: None,
            regions: None,
        }
    }
}

/// Gives the listings by folded name, then id.
fn by_name(store: &Store, index: &TextIndex) -> Vec<u32> {
    let names: Vec<&str> = (0..store.len()).map(|at| index.name(at)).collect();
    let names = distinct(&names);
    let rank: HashMap<&str, u32> =
        names.iter().enumerate().map(|(rank, name)| (*name, rank as u32)).collect();
    let ranks: Vec<u32> = (0..store.len()).map(|at| rank.get(index.name(at)).copied().unwrap_or(0)).collect();
    order(store.len(), &|a, b| ranks[a].cmp(&ranks[b]).then_with(|| store.id(a).cmp(store.id(b))))
}

/// All listings, ready to answer questions.
///
/// It remembers what the last question needed: while a person types, only the words change.
#[derive(Debug)]
pub struct Directory {
    pub(super) store: Store,
    pub(super) index: TextIndex,
    pub(super) programs: Arc<Programs>,
    pub(super) language: String,
    by_name: Vec<u32>,
    zones: ZoneChain,
    labels: Vec<String>,
    emails: Vec<Vec<String>>,
    slots: Option<(Moment, SlotsNow)>,
    chosen: Option<(Filters, UtcMinute, Option<Bits>)>,
    pub(super) order: Option<(Filters, UtcMinute, Vec<Turn>, Vec<u32>)>,
    /// The unit of distances.
    pub(super) unit: Unit,
    /// Which services answer which need, once that is asked for.
    pub(super) needs: Option<Needs>,
    /// Names of places, once somebody has asked for one.
    pub(super) places: Option<Places>,
    pub(super) origin: Option<Origin>,
    /// The tree of regions, once choices are counted.
    pub(super) regions: Option<Regions>,
}

/// The filters that a set of listings is computed for, so that one can be left out for its own counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    When,
    Program,
    Type,
    Attendance,
    Region,
    Kind,
    Need,
    Speaks,
    Free,
    WalkIn,
    Near,
}

impl Directory {
    /// Gives how many listings there are.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Gives the names of all zones that rows, feeds and the site name, so that the browser can be asked.
    pub fn zone_names(&self) -> Vec<String> {
        let of_rows = self.store.zones.all().iter().filter_map(|(_, zone)| zone.clone());
        let of_feeds = self.zones.feeds.iter().flatten().cloned();
        let names: Vec<String> = of_rows.chain(of_feeds).chain(self.zones.site.clone()).collect();
        distinct(&names)
    }

    /// Gives the zone names that the browser doesn't know, each with the position of the feed whose row names it.
    pub fn unknown_zones(&self, moment: &Moment) -> Vec<(usize, String)> {
        let unknown = |name: &String| !moment.zones.contains_key(name);
        let of_rows = self
            .store
            .zones
            .all()
            .iter()
            .filter_map(|(feed, zone)| Some((usize::from(*feed), zone.clone()?)));
        let of_feeds =
            self.zones.feeds.iter().enumerate().filter_map(|(feed, zone)| Some((feed, zone.clone()?)));
        let found: Vec<(usize, String)> = of_rows.chain(of_feeds).filter(|(_, name)| unknown(name)).collect();
        distinct(&found)
    }

    /// Takes what is after the `#` of `/find`, the moment, and how many results are wanted; gives how many
    /// listings match and the first of them.
    pub fn ask(&mut self, fragment: &str, moment: &Moment, wanted: usize) -> Answer {
        let filters = Filters::parse(fragment);
        let matching = self.matching(&filters, moment);
        let total = matching.count();
        let rows = self.first(&matching, &filters, moment, wanted).into_iter();
        let rows = rows.map(|at| self.row(at, &filters, moment)).collect();
        Answer { total, rows, chosen: self.chosen_parts(&filters), near: self.understood(&filters) }
    }

    /// Gives the ids of all listings that match, in order. For tests and tools: a page wants [`Directory::ask`].
    pub fn ids(&mut self, fragment: &str, moment: &Moment) -> Vec<String> {
        let filters = Filters::parse(fragment);
        let matching = self.matching(&filters, moment);
        let all = self.first(&matching, &filters, moment, usize::MAX);
        all.into_iter().map(|at| self.store.id(at).to_owned()).collect()
    }

    /// Gives all of one listing, ready to be shown.
    pub fn listing(&mut self, id: &str, moment: &Moment) -> Option<ListingView> {
        let at = self.store.position(id)?;
        let row = self.row(at, &Filters::default(), moment);
        let listing = self.store.listing(at)?;
        let slots: Vec<(Turn, SlotView)> = self
            .store
            .slots(at)
            .iter()
            .map(|slot| {
                (
                    Turn::of(self.slot_now(*slot).and_then(|now| now.occurrence)),
                    self.slot_view(at, *slot, moment),
                )
            })
            .collect();
        let slots = sorted(&slots, |(turn, _)| *turn);
        let here = self.others_here(at);
        let here = here.into_iter().map(|at| self.row(at, &Filters::default(), moment)).collect();
        let feed = usize::from(self.store.feed(at));
        let type_view = |code: &String| TypeView {
            code: code.clone(),
            name: self.type_name(listing.codes_of.as_deref(), code),
            english: self.type_name_in(listing.codes_of.as_deref(), code, "en"),
        };
        Some(ListingView {
            row,
            slots: slots.into_iter().map(|(_, view)| view).collect(),
            types: listing.types.iter().map(type_view).collect(),
            types_of: listing.codes_of.clone(),
            program_name: listing
                .program
                .as_deref()
                .and_then(|key| self.programs.get(key))
                .map(|of| of.name.clone()),
            updated: listing.updated.map(|date| date.to_string()),
            feed_label: self.labels.get(feed).cloned().unwrap_or_default(),
            feed_email: self.emails.get(feed).cloned().unwrap_or_default(),
            texts: listing.texts,
            regions: listing.regions,
            here,
            gone: false,
        })
    }

    /// Gives the other listings at the same door, those that are next first.
    fn others_here(&self, at: At) -> Vec<At> {
        let store = &self.store;
        let door = |at: At| {
            let address = store.fields(at).find(|(field, _)| *field == Field::Address);
            address.map(|(_, text)| text).filter(|_| store.attendance(at).at_a_place())
        };
        let Some(own) = door(at).filter(|_| !store.is_approximate(at)) else { return Vec::new() };
        let next = |at: &At| {
            let slots = store.slots(*at).iter();
            slots.map(|slot| Turn::of(self.slot_now(*slot).and_then(|now| now.occurrence))).min()
        };
        let others: Vec<At> = (0..store.len())
            .filter(|other| *other != at && door(*other) == Some(own))
            .take(MOST_HERE)
            .collect();
        sorted(&others, |other| (next(other).is_none(), next(other), *other))
    }

    /// Gives one listing as a record.
    pub fn record(&self, id: &str) -> Option<Listing> {
        self.store.listing(self.store.position(id)?)
    }

    /// Gives one listing as a record, with the zone that holds for it: for those who don't know its feed.
    pub fn record_with_zone(&self, id: &str, moment: &Moment) -> Option<Listing> {
        let at = self.store.position(id)?;
        let mut listing = self.store.listing(at)?;
        let zone = self.zones.resolve(self.store.feed(at), listing.zone.as_deref(), moment).0;
        listing.zone = Some(zone).filter(|zone| !zone.is_empty());
        Some(listing)
    }

    /// Gives what a listing says now, to be saved.
    pub fn snapshot(&self, id: &str, moment: &Moment) -> Option<Snapshot> {
        let feed = usize::from(self.store.feed(self.store.position(id)?));
        let label = self.labels.get(feed).map_or("", String::as_str);
        Some(Snapshot::of(&self.record_with_zone(id, moment)?, label))
    }

    fn matching(&mut self, filters: &Filters, moment: &Moment) -> Bits {
        let mut found = self.index.find(&filters.words);
        if let Some(chosen) = self.chosen(filters, moment) {
            found.and(chosen);
        }
        found
    }

    /// Gives the listings with these words that satisfy all filters but one.
    pub(super) fn without(&mut self, left_out: Filter, filters: &Filters, moment: &Moment) -> Bits {
        let mut found = self.index.find(&filters.words);
        self.bring_slots(moment);
        self.bring_origin(filters, moment);
        self.bring_needs(filters);
        for (filter, bits) in self.each_filter(filters) {
            if filter != left_out {
                found.and(&bits);
            }
        }
        found
    }

    /// Gives the listings that satisfy all filters but the words; `None` if there are no such filters.
    fn chosen(&mut self, filters: &Filters, moment: &Moment) -> Option<&Bits> {
        let key = without_words(filters);
        self.bring_slots(moment);
        self.bring_origin(filters, moment);
        self.bring_needs(filters);
        if !self.chosen.as_ref().is_some_and(|(known, now, _)| *known == key && *now == moment.now) {
            let mut all: Option<Bits> = None;
            for (_, bits) in self.each_filter(filters) {
                match &mut all {
                    Some(all) => all.and(&bits),
                    None => all = Some(bits),
                }
            }
            self.chosen = Some((key, moment.now, all));
        }
        self.chosen.as_ref().and_then(|(_, _, bits)| bits.as_ref())
    }

    fn each_filter(&self, filters: &Filters) -> Vec<(Filter, Bits)> {
        let store = &self.store;
        let known = Known::of(filters, store, &self.programs);
        let when = !(filters.days.is_empty() && filters.times.is_empty() && filters.open.is_empty());
        let satisfying = self.slots.as_ref().filter(|_| when).map(|(_, slots)| {
            let fits = slots.satisfying(&filters.days, &filters.times, &filters.open);
            Bits::from_fn(store.len(), |at| any_counts(store, at, &fits))
        });
        let attendance = (!filters.attendance.is_empty())
            .then(|| Bits::from_fn(store.len(), |at| is_attended(store.attendance(at), &filters.attendance)));
        let needs = self.needs.as_ref();
        [
            (Filter::When, satisfying),
            (Filter::Program, known.with_program(store)),
            (Filter::Type, known.with_types(store, filters.any_type)),
            (Filter::Attendance, attendance),
            (Filter::Region, known.in_region(store)),
            (Filter::Kind, known.with_kind(store)),
            (Filter::Need, needs.and_then(|needs| needs.any(&filters.needs))),
            (Filter::Speaks, needs.and_then(|needs| needs.speaking(&filters.speaks))),
            (Filter::Free, needs.filter(|_| filters.free).and_then(Needs::free)),
            (Filter::WalkIn, needs.filter(|_| filters.walk_in).and_then(Needs::walk_in)),
            (Filter::Near, self.in_reach(filters)),
        ]
        .into_iter()
        .filter_map(|(filter, bits)| Some((filter, bits?)))
        .collect()
    }

    /// Finds out which services answer which need, if that is asked for.
    pub(super) fn bring_needs(&mut self, filters: &Filters) {
        let is_asked =
            filters.free || filters.walk_in || !filters.needs.is_empty() || !filters.speaks.is_empty();
        if is_asked {
            self.needs_of_all();
        }
    }

    pub(super) fn needs_of_all(&mut self) -> &Needs {
        let store = &self.store;
        self.needs.get_or_insert_with(|| Needs::of(store))
    }

    pub(super) fn bring_slots(&mut self, moment: &Moment) {
        if !self.slots.as_ref().is_some_and(|(known, _)| known == moment) {
            self.slots = Some((moment.clone(), SlotsNow::new(&self.store, &self.zones, moment)));
            self.chosen = None;
            self.order = None;
        }
    }

    pub(super) fn slots_now(&self) -> Option<&SlotsNow> {
        self.slots.as_ref().map(|(_, slots)| slots)
    }

    fn slot_now(&self, slot: u32) -> Option<&SlotNow> {
        self.slots_now()?.slots.get(slot as usize)
    }

    /// Gives the first of the matching listings, in order.
    fn first(&mut self, matching: &Bits, filters: &Filters, moment: &Moment, wanted: usize) -> Vec<At> {
        self.bring_order(filters, moment);
        // Who asks for the nearest wants them before those with the words in their name.
        let by_distance = self.bring_nearest(filters);
        let leading = if by_distance {
            filters.within.map(|_| self.not_only_online())
        } else {
            (!filters.words.is_empty()).then(|| self.index.find_in_names(&filters.words))
        };
        let Some((_, _, turns, order)) = &self.order else { return Vec::new() };
        let order = self.nearest().filter(|_| by_distance).unwrap_or(order);
        let mut first = Vec::new();
        // Listings with a time, then without one, then inactive; within each those that lead.
        for last in 0..3 {
            for leads in [true, false] {
                let fits = |at: &At| {
                    let is_leading = leading.as_ref().is_none_or(|leading| leading.has(*at));
                    turns[*at].is_last() == last && is_leading == leads && matching.has(*at)
                };
                first.extend(order.iter().map(|at| *at as usize).filter(fits).take(wanted - first.len()));
                if first.len() == wanted {
                    return first;
                }
            }
        }
        first
    }

    /// Brings the order of all listings up to the moment and the chosen days.
    fn bring_order(&mut self, filters: &Filters, moment: &Moment) {
        self.bring_slots(moment);
        let key = Filters { days: filters.days.clone(), ..Filters::default() };
        if self.order.as_ref().is_some_and(|(known, now, ..)| *known == key && *now == moment.now) {
            return;
        }
        let Some((_, slots)) = &self.slots else { return };
        let (turns, possible) = turns(&self.store, slots, &key);
        // The distinct turns are few: sort them, then deal out the listings, which are in order of their names.
        let distinct = distinct(&possible);
        let place: HashMap<Turn, u32> =
            distinct.iter().enumerate().map(|(place, turn)| (*turn, place as u32)).collect();
        let mut starts = vec![0_usize; distinct.len() + 1];
        let places: Vec<u32> = turns.iter().map(|turn| place.get(turn).copied().unwrap_or(0)).collect();
        for place in &places {
            starts[*place as usize + 1] += 1;
        }
        for at in 0..distinct.len() {
            starts[at + 1] += starts[at];
        }
        let mut order = vec![0; self.by_name.len()];
        for at in &self.by_name {
            let next = &mut starts[places[*at as usize] as usize];
            order[*next] = *at;
            *next += 1;
        }
        self.order = Some((key, moment.now, turns, order));
        self.forget_nearest();
    }

    fn row(&mut self, at: At, filters: &Filters, moment: &Moment) -> ResultRow {
        self.bring_slots(moment);
        let store = &self.store;
        let attendance = store.attendance(at);
        let slot = store
            .slots(at)
            .iter()
            .filter(|slot| {
                filters.days.is_empty()
                    || self.slots_now().is_some_and(|slots| {
                        counts(attendance, slots.satisfies(**slot, &filters.days, &[], &[]))
                    })
            })
            .min_by_key(|slot| Turn::of(self.slot_now(**slot).and_then(|now| now.occurrence)));
        let text = |field| store.text(at, field).map(str::to_owned);
        let join = text(Field::JoinLink);
        let types = store.types(at).iter().filter_map(|id| store.all_types.get(*id));
        ResultRow {
            id: store.id(at).to_owned(),
            name: text(Field::Name).unwrap_or_default(),
            service: store.is_service(at),
            attendance,
            slot: slot.map(|slot| self.slot_view(at, *slot, moment)),
            more_slots: store.slots(at).len().saturating_sub(1),
            by_appointment: store.is_by_appointment(at),
            location: text(Field::Location),
            address: text(Field::Address),
            approximate: store.is_approximate(at),
            region: store.chains.get(store.chain(at)).and_then(|chain| chain.last().cloned()),
            provider: join.as_deref().and_then(link::provider).map(str::to_owned),
            join_link: join,
            number: text(Field::DialIn)
                .or_else(|| text(Field::Phone))
                .filter(|text| link::dialable(text).is_some()),
            program: store
                .program(at)
                .and_then(|id| self.programs.get(store.programs.get(id)?))
                .map(|program| program.short.clone()),
            kind: store.kind(at).and_then(|id| store.kinds.get(id)).cloned(),
            types: types.map(|of| self.type_name(of.codes_of.as_deref(), &of.code)).collect(),
            distance: self.distance(at, filters),
        }
    }

    pub(super) fn type_name(&self, codes_of: Option<&str>, code: &str) -> String {
        self.type_name_in(codes_of, code, &self.language)
    }

    fn type_name_in(&self, codes_of: Option<&str>, code: &str, language: &str) -> String {
        let name = codes_of.and_then(|key| self.programs.get(key)?.type_name(code, language));
        name.unwrap_or(code).to_owned()
    }

    fn slot_view(&self, at: At, slot: u32, moment: &Moment) -> SlotView {
        let zoned = self.store.all_slots.get(slot).copied();
        let zone = zoned.and_then(|zoned| self.store.zones.get(zoned.zone));
        let zone =
            zone.map(|(feed, row)| self.zones.resolve(*feed, row.as_deref(), moment).0).unwrap_or_default();
        let (Some(zoned), Some(now)) = (zoned, self.slot_now(slot)) else {
            let own = TimeView { day: 0, start: None, end: None, zone };
            let weeks = Weeks::EVERY;
            return SlotView { own, weeks, yours: None, yours_first: false, starts_in: None, left: None };
        };
        let Slot { day, start, .. } = zoned.slot;
        let own = TimeView { day: day.index(), start, end: zoned.slot.end(), zone };
        let end = |start: u16| zoned.slot.length.map(|length| (start + length) % 1440);
        let yours = TimeView {
            day: now.visitor.day.index(),
            start: now.visitor.minute,
            end: now.visitor.minute.and_then(end),
            zone: moment.visitor_zone.clone(),
        };
        let differs = start.is_some() && (yours.day, yours.start) != (own.day, own.start);
        SlotView {
            own,
            weeks: zoned.slot.weeks,
            yours: differs.then_some(yours),
            yours_first: self.store.attendance(at) == Attendance::Online,
            starts_in: now.occurrence.map(|next| next.start - moment.now),
            left: now.occurrence.filter(|next| next.in_progress).map(|next| next.end - moment.now),
        }
    }
}

/// `in_person` and `online` include hybrid.
pub(super) fn is_attended(attendance: Attendance, chosen: &[Attendance]) -> bool {
    chosen.iter().any(|wanted| match wanted {
        Attendance::InPerson => attendance.at_a_place(),
        Attendance::Online => attendance.from_afar(),
        other => attendance == *other,
    })
}

fn without_words(filters: &Filters) -> Filters {
    Filters { q: String::new(), words: super::words::Words::default(), ..filters.clone() }
}
